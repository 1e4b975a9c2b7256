using MspBot.Domain.People.Profile;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Files.Tables;
using MspBot.Host.Printing;

namespace MspBot.Host.People.Rosters;

/// <summary>The table of a school's teachers: empty, and with a link for each.</summary>
internal static class RosterSheet
{
    internal const string Number = "№";
    internal const string Surname = "Фамилия";
    internal const string FirstName = "Имя";
    internal const string Patronymic = "Отчество";
    internal const string Position = "Должность";
    internal const string Subjects = "Предметы";
    internal const string Link = "Личная ссылка";
    private const string Sheet = "Учителя";

    /// <summary>What is read of a table that is handed in, also of one that was sent back with links.</summary>
    internal static readonly IReadOnlyList<TableColumn> Read =
    [
        new(Number, IsRequired: false, OtherNames: ["№ п/п", "п/п"]), new(Surname, OtherNames: ["Фамилии"]), new(FirstName),
        new(Patronymic), new(Position, OtherNames: ["Должности"]), new(Subjects, OtherNames: ["Предмет"]), new(Link, IsRequired: false),
    ];

    /// <summary>The columns that hold words, in the order of <see cref="RosterRow.Cells"/>.</summary>
    internal static readonly IReadOnlyList<string> Words = [Surname, FirstName, Patronymic, Position, Subjects];

    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new(Number, 5), new(Surname, 20), new(FirstName, 16), new(Patronymic, 20) { Hint = RosterTexts.PatronymicHint },
        new(Position, 26) { Hint = RosterTexts.PositionHint }, new(Subjects, 30) { Hint = RosterTexts.SubjectsHint },
    ];

    /// <summary>«Образец»</summary>
    internal static Attachment Empty() => File(RosterTexts.SampleFile, SheetWriter.Xlsx(Sheet, Sheet, Columns, []));

    /// <param name="school">Its name, on top of each printed page.</param>
    /// <param name="rows">Each with its link, or with why it has none.</param>
    internal static Attachment WithLinks(string school, IEnumerable<(RosterRow Row, string Link)> rows) => File(RosterTexts.LinksFile,
        SheetWriter.Xlsx(Sheet, school, [.. Columns, new(Link, 62) { IsOurs = true }],
            rows.Select(it => (IReadOnlyList<object?>)[it.Row.Number, .. it.Row.Cells, it.Link])));

    private static Attachment File(string name, byte[] content) => new(name, SheetWriter.MediaType, content);
}

/// <summary>Makes the empty table when its message is sent.</summary>
internal sealed class SampleFileMaker : FileMaker
{
    internal const string Name = "roster";

    public override string Key => Name;

    public override Task<Attachment?> Make(string of) => Task.FromResult<Attachment?>(RosterSheet.Empty());
}
