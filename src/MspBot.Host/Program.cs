using MspBot.Data.Postgres;
using MspBot.Host;

if (args is ["health"]) return await HealthCheck.Ask();
try
{
    if (args is [DigestCommandLine.Name, ..]) return await DigestCommandLine.Run(args[1..], Console.Out, TimeProvider.System);
    await using var app = await MspBotApp.Create(args);
    await app.Web.RunAsync();
    return 0;
}
catch (Exception e) when (e is SettingException or LocalPostgresException)
{
    // One line for whoever deploys it; a stack says nothing here.
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
