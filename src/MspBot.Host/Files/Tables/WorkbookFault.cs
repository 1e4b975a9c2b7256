namespace MspBot.Host.Files.Tables;

/// <summary>Why a file cannot be read as a table at all; found by what is in it, whatever its name says.</summary>
internal enum WorkbookFault
{
    TooBig,

    /// <summary>A workbook of Excel 97–2003.</summary>
    OldFormat,
    Encrypted,
    Macros,

    /// <summary>A picture, a document of another program, plain text.</summary>
    NotWorkbook,

    /// <summary>Unpacked it is larger than any honest table: a zip bomb, or pictures.</summary>
    TooMuchInside,

    /// <summary>It looks like a workbook and cannot be read.</summary>
    Broken,
    NoRows,
    TooManyRows,
}
