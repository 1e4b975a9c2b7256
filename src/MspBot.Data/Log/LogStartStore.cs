using MspBot.Data.Postgres;
using MspBot.Domain.Log;

namespace MspBot.Data.Log;

/// <summary>When the log was begun, and what the files of settings were at the last start.</summary>
public sealed class LogStartStore(DbSession session, LogWriter log)
{
    /// <summary>The first start of a version that keeps the log; later ones change nothing.</summary>
    public Task Begin(DateTimeOffset now) =>
        session.Execute("insert into log_since (at) values (@now) on conflict (single) do nothing", new { now });

    /// <summary>Remembers a file, and writes a line if it was another at the last start. The first start writes none.</summary>
    public async Task Note(SettingsFile file, long checksum, DateTimeOffset now)
    {
        var before = await session.Find<long?>("select checksum from settings_seen where file = @file for update",
            new { file = $"{file}" });
        if (before == checksum) return;
        await session.Execute("""
            insert into settings_seen (file, checksum, seen_at)
            values (@file, @checksum, @now)
            on conflict (file) do update set checksum = excluded.checksum, seen_at = excluded.seen_at
            """, new { file = $"{file}", checksum, now });
        if (before is not null)
            log.Write(LogLine.ByClock(now, LogAction.SettingsChanged, LogSubject.Settings, null, LogDetail.Of("settings", file)));
    }
}
