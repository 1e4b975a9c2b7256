using MspBot.Domain.Clock;
using MspBot.Host.Configuration;
using MspBot.Host.Consultations.Hours;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Hours;

public sealed class DaysFileTests
{
    private const string Path = "/data/days.csv";

    [Fact]
    public void Moved_days_are_read() => Assert.Equal(
        new Dictionary<DateOnly, MovedDay>
        {
            [new(2026, 12, 31)] = new(false),
            [new(2027, 2, 20)] = new(true, DayOfWeek.Monday),
            [new(2027, 10, 30)] = new(true),
        },
        DaysFile.Parse(Path,
            "date;kind;like\r\n# слова\r\n\r\n31.12.2026;Выходной;\r\n2027-02-20 ; рабочий ; как пн\r\n30.10.2027;рабочий\r\n"));

    [Fact]
    public void Two_columns_and_commas_will_do() => Assert.Equal(
        new Dictionary<DateOnly, MovedDay> { [new(2026, 12, 31)] = new(false) }, DaysFile.Parse(Path, "date,kind\n31.12.2026,выходной"));

    [Theory]
    [InlineData("date;kind;like\n;;\n31.12.2026;выходной;\n;;;\n ; ;\u00a0\r\n")]
    [InlineData("date,kind\n,\n31.12.2026,выходной\n,\n\t\n")]
    [InlineData("date;kind\n\u200b;\n31.12.2026;вы\ufffeходной\n;")]
    public void Rows_that_a_spreadsheet_left_empty_say_nothing(string text) =>
        Assert.Equal(new Dictionary<DateOnly, MovedDay> { [new(2026, 12, 31)] = new(false) }, DaysFile.Parse(Path, text));

    [Theory]
    [InlineData("", "/data/days.csv, line 1: the first line should be \"date;kind;like\"")]
    [InlineData("31.12.2026;выходной\n", "/data/days.csv, line 1: the first line should be \"date;kind;like\"")]
    [InlineData("date;kind\n31.02.2026;выходной\n", "/data/days.csv, line 2: «31.02.2026» is no date; it should look like 31.12.2026")]
    [InlineData("date;kind\n\n31.12.2026;праздник\n",
        "/data/days.csv, line 3: the kind «праздник» is not known; it should be one of: выходной, рабочий")]
    [InlineData("date;kind\n31.12.2026\n", "/data/days.csv, line 2: the kind «» is not known; it should be one of: выходной, рабочий")]
    [InlineData("date;kind\n31.12.2026;выходной;как пн\n", "/data/days.csv, line 2: a day off has no hours: leave the third column empty")]
    [InlineData("date;kind\n31.12.2026;рабочий;как будни\n",
        "/data/days.csv, line 2: «как будни» is not understood; it should be empty or one of: как вс, как пн, как вт, как ср, как чт, " +
        "как пт, как сб")]
    [InlineData("date;kind\n31.12.2026;рабочий;как пн;5\n",
        "/data/days.csv, line 2: has too many columns; it should be a date, a kind and perhaps a weekday")]
    [InlineData("date;kind\n31.12.2026;выходной\n2026-12-31;рабочий\n",
        "/data/days.csv, line 3: 31.12.2026 stands in a line above already")]
    public void A_wrong_line_is_named(string text, string error) =>
        Assert.Equal(error, Assert.Throws<SettingException>(() => DaysFile.Parse(Path, text)).Message);

    [Fact]
    public async Task The_example_is_put_where_nothing_is_and_moves_nothing()
    {
        var folder = await TestFolder.NewAsync();
        var calendar = DaysFile.Read(folder);
        Assert.True(File.Exists(System.IO.Path.Combine(folder, "days.csv")));
        Assert.True(calendar.IsWorking(new(2026, 12, 31)));
        Assert.False(calendar.IsWorking(new(2027, 1, 8)));
        TestFolder.Remove(folder);
    }
}
