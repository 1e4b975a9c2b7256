namespace MspBot.Domain.Materials;

/// <summary>Checking → Shown, or Offered → Shown | Returned; Shown ⇄ Hidden. Stored by name.</summary>
public enum MaterialState
{
    /// <summary>Its file is not fetched and looked at yet, or was not taken: nobody but its author sees it.</summary>
    Checking,

    /// <summary>A teacher's: a head decides.</summary>
    Offered,
    Shown,

    /// <summary>With a remark to whoever offered it.</summary>
    Returned,
    Hidden,
}

/// <summary>Why an edition did not come into force. Stored by name.</summary>
public enum EditionFault
{
    /// <summary>The messenger did not give the file.</summary>
    Lost,

    /// <summary>A program, whatever it is called.</summary>
    Executable,

    /// <summary>An archive or a document behind a password.</summary>
    Locked,

    /// <summary>The library has these very bytes already; its author may add them all the same.</summary>
    Same,
}
