using MspBot.Domain.Surveys.Indicators;
using MspBot.Host.Configuration;
using MspBot.Host.Surveys.Indicators;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Indicators;

/// <summary><c>indicators.json</c>: the set that comes with the program, one that a department corrects, and wrong ones.</summary>
public sealed class TypicalSetFileTests
{
    private const string Path = "/data/indicators.json";
    private const string Right = """{"code": "a", "name": "Вакансии", "kind": "число", "better": "меньше", "every": "полугодие"}""";

    [Fact]
    public async Task The_example_is_put_where_nothing_is()
    {
        var folder = await TestFolder.NewAsync();
        var set = TypicalSetFile.Read(folder);
        Assert.True(File.Exists(System.IO.Path.Combine(folder, "indicators.json")));
        Assert.Equal(3, set.All.Count(one => one.Kind == IndicatorKind.Computed));
        Assert.All(set.All.Where(one => one.Kind != IndicatorKind.Computed), one => Assert.NotNull(one.Text.Hint));
        TestFolder.Remove(folder);
    }

    [Fact]
    public async Task What_a_department_has_corrected_is_read()
    {
        var folder = await TestFolder.NewAsync();
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "indicators.json"), $"[{Right}, // одного хватит\n]");
        var one = Assert.Single(TypicalSetFile.Read(folder).All);
        Assert.Equal(("a", "Вакансии", IndicatorKind.Number, Better.Less, Frequency.HalfYear),
            (one.Code, one.Text.Name, one.Kind, one.Text.Better, one.Every));
        TestFolder.Remove(folder);
    }

    [Theory]
    [InlineData("{}", "/data/indicators.json, line 1: ")]
    [InlineData("[\n{\"code\": \"a\"}\n]", "/data/indicators.json, line 2: ")]
    [InlineData("[\n{\"code\": \"a\", \"names\": \"Вакансии\"}\n]", "/data/indicators.json, line 2: ")]
    public void What_is_no_list_of_indicators_is_named_with_its_line(string text, string begins)
    {
        var message = Assert.Throws<SettingException>(() => TypicalSetFile.Parse(Path, text)).Message;
        Assert.StartsWith(begins, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("\"число\"", "\"числа\"",
        "the kind «числа» is not known; it should be one of: доля, число, балл, да/нет, словами, бот считает сам")]
    [InlineData("\"меньше\"", "\"лучше\"", "the better «лучше» is not known; it should be one of: больше, меньше, всё равно")]
    [InlineData("\"полугодие\"", "\"месяц\"", "the every «месяц» is not known; it should be one of: четверть, полугодие, год")]
    [InlineData("\"полугодие\"", "\"год\"", "\"month\" should be 1 to 12 where \"every\" is «год», and is not there otherwise")]
    [InlineData("\"полугодие\"", "\"полугодие\", \"month\": 5",
        "\"month\" should be 1 to 12 where \"every\" is «год», and is not there otherwise")]
    [InlineData("\"полугодие\"", "\"полугодие\", \"figure\": \"часы\"",
        "\"figure\" should be there where \"kind\" is «бот считает сам», and is not there otherwise")]
    [InlineData("\"полугодие\"", "\"полугодие\", \"minimum\": 5, \"maximum\": 4",
        "\"minimum\" should be from 0 on, and not above \"maximum\"")]
    [InlineData("\"Вакансии\"", "\" \"", "\"name\" should be 1 to 200 characters")]
    public void A_wrong_value_is_named(string part, string wrong, string error) => Assert.Equal($"{Path}: \"a\": {error}",
        Assert.Throws<SettingException>(() => TypicalSetFile.Parse(Path, $"[{Right.Replace(part, wrong, StringComparison.Ordinal)}]"))
            .Message);

    [Fact]
    public void A_code_stands_there_once() => Assert.Equal($"{Path}: the code \"a\" stands there twice",
        Assert.Throws<SettingException>(() => TypicalSetFile.Parse(Path, $"[{Right},{Right}]")).Message);
}
