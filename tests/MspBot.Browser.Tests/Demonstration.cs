using System.Collections;
using Microsoft.Playwright;
using MspBot.Browser.Tests;
using MspBot.Sandbox.Demo;
using Xunit;

[assembly: AssemblyFixture(typeof(MspBot.Browser.Tests.Demonstration))]

namespace MspBot.Browser.Tests;

/// <summary>One running demo for all tests, on a Tuesday at 10:00 in Moscow, and one browser, started when first asked for.</summary>
public sealed class Demonstration : IAsyncLifetime
{
    internal static readonly DateTimeOffset Morning = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"msp-demo-{Guid.NewGuid():N}"[..24]);
    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal DemoRun Demo { get; private set; } = null!;

    internal static string? BrowserPath { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(place => Path.Combine(place, name)))
        .Prepend(Environment.GetEnvironmentVariable("CHROMIUM_PATH"))
        .FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync() => Demo = await DemoRun.StartAsync(Options(folder));

    /// <summary>The program ends and starts again with the same folder; its address is another one.</summary>
    internal async Task Restart()
    {
        await Demo.DisposeAsync();
        Demo = await DemoRun.StartAsync(Options(folder));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        if (Demo is not null) await Demo.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        starting.Dispose();
    }

    internal static DemoOptions Options(string folder) => new()
    {
        Folder = folder,
        Port = 0,
        Durable = false,
        Time = new DemoClock(TimeProvider.System, Morning - TimeProvider.System.GetUtcNow()),
    };

    /// <summary>A window of the browser; the test is skipped where there is no browser.</summary>
    internal async Task<Tab> Open(string path = "/", int width = 1440, int height = 900, bool dark = false, float scale = 1)
    {
        Assert.SkipUnless(BrowserPath is not null, "no Chromium on this machine: sudo apt-get install chromium, or CHROMIUM_PATH");
        var context = await (await Browser()).NewContextAsync(new()
        {
            BaseURL = Demo.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            DeviceScaleFactor = scale,
            HasTouch = width < 700,
            Locale = "ru-RU",
            TimezoneId = "Asia/Vladivostok",
            ReducedMotion = ReducedMotion.Reduce,
        });
        var tab = new Tab(await context.NewPageAsync(), Demo.Address);
        await tab.Page.GotoAsync(path);
        await tab.Page.WaitForSelectorAsync("body[data-ready]");
        return tab;
    }

    private async Task<IBrowser> Browser()
    {
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = BrowserPath,
                // In the locale C a file with a Russian name is offered as «download».
                Env = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                .Select(e => KeyValuePair.Create((string)e.Key, (string?)e.Value ?? ""))
                    .Prepend(new("LC_ALL", "C.UTF-8")).DistinctBy(e => e.Key),
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--disable-lcd-text"],
            });
        }
        finally
        {
            starting.Release();
        }
    }
}
