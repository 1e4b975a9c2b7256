using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Sandbox.Demo;
using Npgsql;

namespace MspBot.Sandbox.Past;

/// <summary>
/// No bot and no page: three years of a large district, written into an empty database, to look at its digests from the command line.
/// </summary>
internal static class DistrictOnly
{
    /// <exception cref="DemoException">There are people in the database already.</exception>
    internal static async Task<int> Run(DemoOptions options, PastSize size, TextWriter output)
    {
        await using var local = options.Database is null
            ? await LocalPostgres.Start(new() { Folder = options.Folder, Durable = options.Durable }) : null;
        var database = options.Database ?? local!.ConnectionString;
        await Migrator.Apply(database, NullLogger.Instance);
        if (await HasPeople(database))
            throw new DemoException(
                "--district wants an empty database: name another folder with --data, or another database with --database");
        var zone = new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        var now = options.Time.GetUtcNow();
        await PastWriter.Write(database, DistrictPast.Make(size, now, zone));
        var people = $"{size.Schools} schools, {size.Teachers} teachers";
        var meetings = $"{size.Seminars} seminars, {size.SignUps} sign-ups, {size.Consultations} consultations";
        var week = DigestPeriod.Of(PeriodKind.Week, zone.DayOf(now)).Previous;
        await output.WriteLineAsync($"""
            {people}, {meetings}. To look at them:
            dotnet run --project src/MspBot.Host -- digest --week {week} --out FOLDER {Where(options)}
            """);
        return 0;
    }

    private static string Where(DemoOptions options) =>
        options.Database is null ? $"--Data:Folder={Path.GetFullPath(options.Folder)}" : "--ConnectionStrings:Msp=\"…\"";

    private static async Task<bool> HasPeople(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select exists (select from person)", connection);
        return await command.ExecuteScalarAsync() is true;
    }
}
