using MspBot.Data.Postgres;
using Npgsql;

namespace MspBot.Data.Meetings;

/// <summary>Writes what binds somebody to a time. The database says whether that time is taken.</summary>
internal static class TimeGuard
{
    /// <returns>False: it is taken; nothing of it stays, and the transaction goes on.</returns>
    internal static async Task<bool> Try(DbSession session, Func<Task> write)
    {
        await session.Savepoint("times");
        try
        {
            await write();
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ExclusionViolation)
        {
            await session.RollbackTo("times");
            return false;
        }
    }
}
