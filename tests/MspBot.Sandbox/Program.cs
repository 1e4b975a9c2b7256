using MspBot.Data.Postgres;
using MspBot.Host;
using MspBot.Sandbox;
using MspBot.Sandbox.Demo;

if (args.Contains("--server-only")) return await ServerOnly.Run(args);
if (args.Contains("--help"))
{
    Console.WriteLine(DemoOptions.Usage);
    return 0;
}

try
{
    await using var demo = await DemoRun.StartAsync(DemoOptions.Read(args));
    Console.WriteLine(Welcome.Of(demo));
    await demo.WaitForEnd();
    Console.WriteLine("Stopped. What you did in the demo is kept; ./run --fresh begins anew.");
    return 0;
}
catch (Exception e) when (e is DemoException or SettingException or LocalPostgresException)
{
    // One line for whoever starts it; a stack says nothing here.
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
