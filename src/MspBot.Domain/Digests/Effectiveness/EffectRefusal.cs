namespace MspBot.Domain.Digests.Effectiveness;

/// <summary>Why a deed about goals and conclusions was not done.</summary>
public enum EffectRefusal
{
    NoSuchConclusion,

    /// <summary>Somebody else has changed it since the button was shown.</summary>
    ChangedMeanwhile,
    RoleLost,

    /// <summary>A draft about these very days is being written.</summary>
    DraftExists,

    /// <summary>The heads have it: its words stay.</summary>
    SentAlready,

    /// <summary>Nothing was sent that could be answered.</summary>
    NotSent,

    /// <summary>Another head was first.</summary>
    AnsweredAlready,

    /// <summary>There is no head in the bot, or each has stopped it.</summary>
    NoHead,
    NothingChanged,
}
