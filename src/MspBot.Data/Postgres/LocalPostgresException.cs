namespace MspBot.Data.Postgres;

/// <summary>The private PostgreSQL cannot run; the message is one line that says what to do.</summary>
public sealed class LocalPostgresException : Exception
{
    internal LocalPostgresException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
