using MspBot.Data.Postgres;
using MspBot.Host.Configuration;
using MspBot.Sandbox;
using MspBot.Sandbox.Demo;
using MspBot.Sandbox.Past;

if (args.Contains("--server-only")) return await ServerOnly.Run(args);
if (args.Contains("--help"))
{
    Console.WriteLine(DemoOptions.Usage);
    return 0;
}

// What the bot says goes to this machine: a proxy that is set for the world outside has no part in it.
Environment.SetEnvironmentVariable("NO_PROXY",
    string.Join(',', ((string?[])["127.0.0.1", Environment.GetEnvironmentVariable("NO_PROXY")]).Where(x => x is { Length: > 0 })));
try
{
    var options = DemoOptions.Read(args);
    if (options.District) return await DistrictOnly.Run(options, PastSize.District, Console.Out);
    await using var demo = await DemoRun.StartAsync(options with { Progress = Console.WriteLine });
    Console.WriteLine(Welcome.Of(demo));
    await demo.WaitForEnd();
    Console.WriteLine("Stopped. What you did in the demo is kept; ./run --fresh begins anew.");
    return 0;
}
catch (OperationCanceledException)
{
    Console.WriteLine("Stopped before it had begun.");
    return 0;
}
catch (Exception e) when (e is DemoException or SettingException or LocalPostgresException)
{
    // One line for whoever starts it; a stack says nothing here.
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
