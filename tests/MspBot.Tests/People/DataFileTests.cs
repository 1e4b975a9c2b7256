using System.Text;
using MspBot.Domain.People;
using MspBot.Domain.People.Registration;
using MspBot.Host.Configuration;
using MspBot.Host.People.Registration;
using MspBot.Host.People.Schools;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People;

public sealed class DataFileTests
{
    private const string Path = "/data/schools.csv";

    [Theory]
    [InlineData("name;kind\nШкола;базовая\n")]
    [InlineData("name,kind\r\nШкола,базовая")]
    [InlineData("kind;name\n\nБазовая ; Школа \n")]
    [InlineData("name;kind;note\nШкола;базовая;её видно из окна\n")]
    [InlineData("name;kind;;\n;;;\nШкола;базовая;;\n;;;\n ; ;\u00a0;\n")]
    [InlineData("name,kind,\n,,\nШкола,базовая,\n,,\n")]
    [InlineData("name;kind\n   \n\t\n\"\";\"\"\n\u200b;\ufeff\nШкола;базовая\n;")]
    [InlineData("name;kind\nШко\ufffeла;базовая\n")]
    public void A_list_is_read_whatever_separates_it(string text) =>
        Assert.Equal([new("Школа", SchoolKind.Host)], SchoolsFile.Parse(Path, text));

    [Fact]
    public void Quotes_may_be_doubled_or_just_typed() => Assert.Equal(
        ["МОУ \"СОШ № 4\"", "МОУ \"СОШ; лицей\""],
        SchoolsFile.Parse(Path, "name;kind\nМОУ \"СОШ № 4\";лидер\n\"МОУ \"\"СОШ; лицей\"\"\";шнор\n").Select(s => s.Name));

    [Theory]
    [InlineData("", "/data/schools.csv, line 1: the first line should be \"name;kind\"")]
    [InlineData("Школа;базовая\n", "/data/schools.csv, line 1: the first line should be \"name;kind\"")]
    [InlineData("name;kind\n", "/data/schools.csv: names no school")]
    [InlineData("name;kind\nШкола;базовая\n\nЛицей;гимназия\n",
        "/data/schools.csv, line 4: the kind «гимназия» is not known; it should be one of: базовая, лидер, ШНОР, другая")]
    [InlineData("name;kind\nШкола\n", "/data/schools.csv, line 2: has too few columns; it should be a name and a kind")]
    [InlineData("name;kind\n ;лидер\n", "/data/schools.csv, line 2: the name should be 1 to 200 characters")]
    [InlineData("name;kind\nШкола;лидер\nшкола;ШНОР\n", "/data/schools.csv, line 3: «школа» stands in line 2 already")]
    [InlineData("name;kind\nСОШ «Берёзка» №2;лидер\nСОШ \"Березка\" № 2;ШНОР\n",
        "/data/schools.csv, line 3: «СОШ \"Березка\" № 2» stands in line 2 already")]
    [InlineData("name;kind\n北京学校;лидер\n", "/data/schools.csv, line 2: «北京学校» has letters that the fonts of pictures lack")]
    public void A_wrong_list_is_refused_in_one_line(string text, string error) =>
        Assert.Equal(error, Assert.Throws<SettingException>(() => SchoolsFile.Parse(Path, text)).Message);

    [Fact]
    public async Task The_examples_are_put_where_nothing_is()
    {
        var folder = await TestFolder.NewAsync();

        var schools = SchoolsFile.Read(folder);
        var site = SiteFile.Read(folder);

        Assert.Equal([1, 3, 5, 2], schools.GroupBy(s => s.Kind).OrderBy(g => g.Key).Select(g => g.Count()));
        Assert.Equal("МОУ «СОШ № 4»", Assert.Single(schools, s => s.Kind == SchoolKind.Host).Name);
        Assert.Equal(new DateOnly(2021, 3, 1), site.OrderDate);
        Assert.True(File.Exists(System.IO.Path.Combine(folder, "schools.csv")) && File.Exists(System.IO.Path.Combine(folder, "site.json")));
        TestFolder.Remove(folder);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over_and_another_encoding_is_named()
    {
        var folder = await TestFolder.NewAsync();
        var path = System.IO.Path.Combine(folder, "schools.csv");

        await File.WriteAllTextAsync(path, "name;kind\nШкола;лидер\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Single(SchoolsFile.Read(folder));

        await File.WriteAllBytesAsync(path, [.. "name;kind\n"u8, 0xD8, 0xEA, 0xEE, 0xEB, 0xE0, .. ";leader\n"u8]);
        Assert.Contains("is not UTF-8", Assert.Throws<SettingException>(() => SchoolsFile.Read(folder)).Message, StringComparison.Ordinal);
        TestFolder.Remove(folder);
    }

    [Theory]
    [InlineData("{", "/data/site.json, line 1: ")]
    [InlineData("null", "/data/site.json: is empty")]
    [InlineData("{}", "/data/site.json")]
    [InlineData(
        """{ "name": "a", "theme": "b", "orderNumber": "1", "orderDate": "1 марта", "from": "2021-01-01", "to": "2021-01-02",""" +
        """ "grounds": "c", "hostSchool": "d" }""", "orderDate")]
    [InlineData(
        """{ "name": null, "theme": "b", "orderNumber": "1", "orderDate": "2021-01-01", "from": "2021-01-01", "to": "2021-01-02",""" +
        """ "grounds": "c", "hostSchool": "d" }""", "name")]
    [InlineData(
        """{ "name": "a", "theme": "b", "orderNumber": "1", "orderDate": "2021-01-01", "from": "2021-01-03", "to": "2021-01-02",""" +
        """ "grounds": "c", "hostSchool": "d" }""", "ends (to) before")]
    [InlineData(
        """{ "name": "a", "theme": "b", "orderNumber": " ", "orderDate": "2021-01-01", "from": "2021-01-01", "to": "2021-01-02",""" +
        """ "grounds": "c", "hostSchool": "d" }""", "/data/site.json: the value of \"orderNumber\" is empty")]
    [InlineData(
        """{ "name": "a", "theme": "b", "orderNumber": "1", "orderDate": "2021-01-01", "from": "2021-01-01", "to": "2021-01-02",""" +
        """ "grounds": "c", "hostSchool": "学校" }""",
        "/data/site.json: the value of \"hostSchool\" has letters that the font of certificates lacks")]
    [InlineData(
        """{ "name": "a", "theme": "b", "orderNumber": "1", "orderDate": "2021-01-01", "from": "2021-01-01", "to": "2021-01-02",""" +
        """ "grounds": "c", "hostSchool": "d", "approvedBy": { "position": "Директор", "organisation": "d", "name": "" } }""",
        "/data/site.json: the value of \"approvedBy.name\" is empty")]
    [InlineData(
        """{ "name": "a", "theme": "b", "orderNumber": "1", "orderDate": "2021-01-01", "from": "2021-01-01", "to": "2021-01-02",""" +
        """ "grounds": "c", "hostSchool": "d", "approvedBy": { "position": "Директор" } }""", "approvedBy")]
    public void A_wrong_site_is_refused_in_one_line(string text, string error)
    {
        var message = Assert.Throws<SettingException>(() => SiteFile.Parse("/data/site.json", text)).Message;

        Assert.Contains(error, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
