using MspBot.Domain.People.Profile;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Files.Tables;
using MspBot.Host.People.Rosters;
using MspBot.Tests.Files.Tables;
using Xunit;
using static MspBot.Tests.People.Rosters.RosterCast;

namespace MspBot.Tests.People.Rosters;

/// <summary>What a table of teachers says, row by row.</summary>
public sealed class RosterCheckTests
{
    [Theory]
    [InlineData("алгебра, геометрия", "Математика")]
    [InlineData("Физика; химия / ОБЖ", "Физика, Химия, ОБЗР")]
    [InlineData("русский язык и литература", "Русский язык, Литература")]
    [InlineData("История и обществознание, право.", "История, Обществознание")]
    [InlineData("нач. классы", "Начальные классы")]
    [InlineData("вероятность и статистика", "Математика")]
    [InlineData("Труд (технология), ИЗО", "Труд (технология), ИЗО")]
    [InlineData("—", "")]
    [InlineData(" - ", "")]
    public void Subjects_are_known_by_the_words_of_a_school(string cell, string subjects)
    {
        var (found, unknown) = TypedSubjects.Read(cell);
        Assert.Equal((subjects, 0), (string.Join(", ", found), unknown.Count));
    }

    [Fact]
    public void Words_that_are_no_subject_are_named_and_every_subject_knows_itself()
    {
        var (found, unknown) = TypedSubjects.Read("Алхимия, физика, чтение мыслей");
        Assert.Equal(["Физика"], found);
        Assert.Equal(["Алхимия", "чтение мыслей"], unknown);
        Assert.All(Subjects.All, subject => Assert.Equal([subject], TypedSubjects.Read(subject).Subjects));
    }

    [Fact]
    public void A_row_says_a_person_in_their_form()
    {
        var (table, faults) = Check([7, "ИВАНОВА", "мария", "ПЕТРОВНА", " Учитель  физики ", "Физика"],
            [9, "Ли", "Ян", "–", "завуч", null]);
        Assert.Empty(faults);
        Assert.Equal([7, 9], table.Rows.Select(row => row.Number));
        Assert.Equal((Ivanova, "Учитель физики"), (table.Rows[0].Person!.Name, table.Rows[0].Person!.Position));
        Assert.Equal(("Ли Ян", null), (table.Rows[1].Person!.Name, table.Rows[1].Person!.Subjects));
        Assert.Equal(["ИВАНОВА", "мария", "ПЕТРОВНА", "Учитель физики", "Физика"], table.Rows[0].Cells);
    }

    public static TheoryData<object?[], int[]> Numbers => new()
    {
        { ["5", "3", "12"], [5, 3, 12] },
        { ["1.", "2.", "3."], [1, 2, 3] },
        { [5, 5, 6], [1, 2, 3] },
        { [5, null, 6], [1, 2, 3] },
        { [0, 1, 2], [1, 2, 3] },
        { ["1а", 2, 3], [1, 2, 3] },
        { [100_000, 2, 3], [1, 2, 3] },
    };

    [Theory, MemberData(nameof(Numbers))]
    public void Rows_have_the_schools_numbers_where_each_has_its_own(object?[] typed, int[] numbers) => Assert.Equal(numbers,
        Check([.. typed.Select((number, n) => Row(number, $"Петров{(char)('а' + n)} Пётр -"))]).Table.Rows.Select(row => row.Number));

    [Fact]
    public void Who_stands_twice_is_said_once_for_all_rows_and_namesakes_are_two()
    {
        var (table, faults) = Check(Row(1, Ivanova, subjects: "Химия"), Row(2, "иванова МАРИЯ Петровна", subjects: "Физика"),
            Row(3, Ivanova, "учитель начальных классов"), Row(4, Ivanova));
        Assert.Equal([2, 3, 5], faults.Select(fault => fault.Row));
        Assert.Equal("Строки 2, 3 и 5 одинаковы: Иванова Мария Петровна.", $"{TableTexts.Faults(faults)}");
        Assert.Equal([false, false, true, false], table.Rows.Select(row => row.Person is not null));
    }

    [Fact]
    public void The_table_that_was_sent_back_can_be_handed_in_again()
    {
        var (table, _) = Check(Row(3, Ivanova), Row(5, "Котова Ольга -", subjects: "—"));
        var back = RosterSheet.WithLinks("Школа", table.Rows.Select(row => (row, "https://t.me/bot?start=p_1"))).Content;
        var again = RosterCheck.Of(Assert.IsType<ReadTable.Rows>(TableReader.Read(back, RosterSheet.Read)));
        Assert.Empty(again.Faults);
        Assert.Equal(table.Rows.Select(row => (row.Number, row.Person!.Name)),
            again.Table.Rows.Select(row => (row.Number, row.Person!.Name)));
        Assert.Equal(table.Rows.Select(row => string.Join('|', row.Cells)), again.Table.Rows.Select(row => string.Join('|', row.Cells)));
    }

    [Fact]
    public void What_waits_for_its_button_is_opened_by_its_own_code_only_and_stays_small()
    {
        var words = new string('я', 300);
        var rows = Enumerable.Range(1, 500).Select(n => (object?[])[n, words, words, words, words, words]).ToArray();
        var (table, faults) = Check(rows);
        Assert.Equal(500, faults.Select(fault => fault.Row).Distinct().Count());
        var value = table.Seal("one");
        Assert.InRange(value.Length, 1, 2 << 20);
        Assert.Null(RosterTable.Open("other", value));
        Assert.Equal(table.Rows.Select(row => row.Fault), RosterTable.Open("one", value)!.Rows.Select(row => row.Fault));
    }

    private static (RosterTable Table, IReadOnlyList<TableFault> Faults) Check(params object?[][] rows) =>
        RosterCheck.Of(Assert.IsType<ReadTable.Rows>(TableReader.Read(Table(rows), RosterSheet.Read)));
}
