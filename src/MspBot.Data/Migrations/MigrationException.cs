namespace MspBot.Data.Migrations;

/// <summary>A migration failed and was rolled back; the message names it.</summary>
public sealed class MigrationException : Exception
{
    internal MigrationException(string script, Exception inner)
        : base($"Migration {script} failed: {inner.Message}", inner) =>
        Script = script;

    public string Script { get; }
}
