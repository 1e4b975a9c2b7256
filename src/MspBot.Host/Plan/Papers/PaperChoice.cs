namespace MspBot.Host.Plan.Papers;

/// <summary>What can be taken of a plan. Buttons and messages that wait carry the names.</summary>
internal enum PaperChoice
{
    /// <summary>What is in force.</summary>
    Plan,

    /// <summary>What is written, agreed or not.</summary>
    Draft,
    Excel,
    Changes,
    Report,

    /// <summary>A table with nothing in it.</summary>
    Sample,
}
