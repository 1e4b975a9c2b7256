namespace MspBot.Domain.Materials;

/// <summary>Why a deed in the library was not done.</summary>
public enum MaterialRefusal
{
    NoSuchMaterial,
    NoSuchTopic,

    /// <summary>Somebody else has changed it since the button was shown.</summary>
    ChangedMeanwhile,

    /// <summary>Whoever decides has lost the role meanwhile.</summary>
    RoleLost,

    /// <summary>Its author has hidden it.</summary>
    Hidden,

    /// <summary>A head has hidden it: its author does not give it back.</summary>
    HiddenByHead,

    /// <summary>Its file is not here yet.</summary>
    NotYetChecked,

    /// <summary>It is offered no more: somebody has decided.</summary>
    NotOffered,

    /// <summary>A topic of this name is there.</summary>
    SameTopic,

    /// <summary>The list is as long as it may be.</summary>
    TooManyTopics,

    /// <summary>A topic cannot be merged with itself.</summary>
    MergedWithItself,
    NothingChanged,

    /// <summary>It is another edition by now.</summary>
    Replaced,
}
