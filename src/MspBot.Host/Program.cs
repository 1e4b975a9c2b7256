using MspBot.Data.Postgres;
using MspBot.Host;
using MspBot.Host.Configuration;
using MspBot.Host.Operations;

if (args is ["health"]) return await HealthCheck.Ask();
try
{
    if (args is [DigestCommandLine.Name, ..]) return await DigestCommandLine.Run(args[1..], Console.Out, TimeProvider.System);
    if (args is [DatabaseCommandLine.Name, ..]) return await DatabaseCommandLine.Run(args[1..], Console.Out);
    await using var app = await MspBotApp.Create(args);
    var stopping = app.Web.Lifetime.ApplicationStopping;
    try
    {
        await app.Web.RunAsync();
    }
    catch (OperationCanceledException) when (stopping.IsCancellationRequested)
    {
        // Told to stop while it was still looking for Telegram: an orderly end as well.
    }
    return 0;
}
catch (Exception e) when (e is SettingException or LocalPostgresException)
{
    // One line for the person who deploys it; a stack says nothing here.
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
