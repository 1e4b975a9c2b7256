using System.Diagnostics;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Deploy;

/// <summary>The first run builds for minutes: it says so before, not after.</summary>
public sealed class RunScriptTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("msp-run-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_build_says_what_it_does_before_it_does_it_and_restores_aloud_only_once()
    {
        string[] building = ["Building (1–3 minutes the first time, then seconds)…", "dotnet build", "  Some.Host is built"];
        string[] first = ["Restoring packages (the first time only)…", "dotnet restore", .. building];
        Assert.Equal(first, await Build());
        Directory.CreateDirectory(Path.Combine(folder, "obj"));
        await File.WriteAllTextAsync(Path.Combine(folder, "obj", "project.assets.json"), "{}");
        Assert.Equal(building, await Build());
    }

    [Fact]
    public async Task What_the_compiler_says_against_it_is_shown() =>
        Assert.Equal(["error CS0000: so not", "The build failed"], (await Build(fails: true))[^2..]);

    /// <summary>What is said, and which commands a dotnet that only notes them was given, in order.</summary>
    async Task<string[]> Build(bool fails = false)
    {
        var said = Path.Combine(folder, "said");
        File.Delete(said);
        var stub = Path.Combine(folder, "dotnet");
        var failing = fails ? "[ $1 = restore ] || { echo 'error CS0000: so not'; exit 1; }" : "";
        await File.WriteAllTextAsync(stub, $"""
            #!/bin/sh
            echo "dotnet $1" >>'{said}'
            {failing}
            [ $1 = restore ] || echo '  Some.Host -> /bin/Some.Host.dll'

            """);
        var commands =
            $"set -o pipefail; chmod +x '{stub}'; . scripts/setup.sh; exec 2>>'{said}'; " +
            $"PATH='{folder}':$PATH; build '{folder}/Some.csproj'";
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", commands])
        {
            WorkingDirectory = Repository.Root,
        })!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(fails ? 1 : 0, shell.ExitCode);
        return await File.ReadAllLinesAsync(said, TestContext.Current.CancellationToken);
    }
}
