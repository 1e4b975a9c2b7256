using System.Xml.Linq;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Architecture;

public sealed class ArchitectureTests
{
    [Fact]
    public void The_sources_keep_to_the_import_table()
    {
        var sources = Source.All().ToList();

        Assert.True(sources.Count > 10, "the sources were not found");
        var found = string.Join('\n', sources.SelectMany(ImportRules.Violations));
        Assert.True(found.Length == 0, found);
    }

    [Fact]
    public void The_domain_references_nothing_and_data_only_the_domain()
    {
        Assert.Empty(References("Domain", "PackageReference"));
        Assert.Empty(References("Domain", "ProjectReference"));
        Assert.Equal(["../MspBot.Domain/MspBot.Domain.csproj"], References("Data", "ProjectReference"));
    }

    [Theory]
    [InlineData("src/MspBot.Domain/People/Person.cs", "using MspBot.Data.People;", "Domain may not know Data")]
    [InlineData("src/MspBot.Data/People/PersonStore.cs", "using MspBot.Host;", "Data may not know Host")]
    [InlineData("src/MspBot.Domain/People/Person.cs", "using Dapper;", "Domain uses Dapper")]
    [InlineData("src/MspBot.Domain/People/Person.cs", "using MspBot.Domain.Seminars;", "People may not know Seminars")]
    [InlineData("src/MspBot.Domain/Seminars/Seminar.cs", "using MspBot.Domain.Consultations;", "Seminars may not know Consultations")]
    [InlineData("src/MspBot.Data/Feedback/FeedbackStore.cs", "class C { MspBot.Domain.Reminders.Due? due; }",
        "Feedback may not know Reminders")]
    [InlineData("src/MspBot.Host/Digests/DigestJob.cs", "using MspBot.Domain.Reminders;", "Digests may not know Reminders")]
    [InlineData("src/MspBot.Host/Feedback/FeedbackScreens.cs", "using MspBot.Host.Certificates;", "Feedback may not know Certificates")]
    [InlineData("src/MspBot.Host/Seminars/Seats/SeminarPlaces.cs", "using MspBot.Host.Operations;", "Seminars may not know Operations")]
    [InlineData("src/MspBot.Host/Seminars/SeminarCard.cs", "using MspBot.Host.Telegram;", "Seminars may not know Telegram")]
    [InlineData("src/MspBot.Host/Seminars/SeminarCard.cs", "using Telegram.Bot.Types;", "only Host/Telegram uses Telegram.Bot")]
    [InlineData("src/MspBot.Host/Conversations/Turn.cs", "using MspBot.Host.People;", "Conversations may not know People")]
    [InlineData("src/MspBot.Host/Conversations/Turn.cs", "using MspBot.Host.Telegram;", "Conversations may not know Telegram")]
    [InlineData("src/MspBot.Host/Conversations/Turn.cs", "using Telegram.Bot;", "only Host/Telegram uses Telegram.Bot")]
    [InlineData("src/MspBot.Data/Postgres/LocalPostgres.cs", "using MspBot.Data.People;", "Postgres may not know People")]
    [InlineData("src/MspBot.Host/People/ProfileFlow.cs", "using Npgsql;", "only Data uses Dapper and Npgsql")]
    [InlineData("src/MspBot.Host/People/ProfileFlow.cs", """var sql = "select name from person where id = 1";""", "SQL outside Data")]
    [InlineData("src/MspBot.Domain/People/Person.cs", "namespace MspBot.Domain.Seminars;", "its namespace is not its folder")]
    [InlineData("src/MspBot.Host/Common/Texts.cs", "", "a folder called Common has no subject")]
    [InlineData("tests/MspBot.Tests/Helpers/Some.cs", "", "a folder called Helpers has no subject")]
    [InlineData("src/MspBot.Data/People/PersonStore.cs", "// set erased_at = now()", "asks the database what day it is")]
    [InlineData("tests/MspBot.Tests/People/PersonStories.cs", "// where day = current_date", "asks the database what day it is")]
    public void A_planted_violation_is_found(string path, string text, string finding) =>
        Assert.Contains(finding, string.Join('\n', ImportRules.Violations(new(path, text))), StringComparison.Ordinal);

    [Theory]
    [InlineData("src/MspBot.Domain/Seminars/SignUp.cs",
        "using MspBot.Domain.People;\nnamespace MspBot.Domain.Seminars;\n// select, then update from memory\n")]
    [InlineData("src/MspBot.Data/Feedback/FeedbackStore.cs",
        "using Dapper;\nusing MspBot.Domain.Seminars;\nnamespace MspBot.Data.Feedback;\n" +
        "class C { string sql = \"select 1 from person\"; }")]
    [InlineData("src/MspBot.Host/Telegram/Sending/Sender.cs",
        "using MspBot.Data.People;\nusing MspBot.Host.Conversations;\nusing Telegram.Bot;\nnamespace MspBot.Host.Telegram.Sending;")]
    [InlineData("src/MspBot.Host/Reminders/ReminderJob.cs",
        "using MspBot.Domain.Feedback;\nusing MspBot.Host.Conversations;\nnamespace MspBot.Host.Reminders;")]
    [InlineData("src/MspBot.Host/Program.cs",
        "using MspBot.Host.People;\nusing MspBot.Host.Telegram;\nvar quiet = \"Telegram.Bot, Npgsql\";")]
    public void What_the_table_allows_is_left_alone(string path, string text) =>
        Assert.Empty(ImportRules.Violations(new(path, text)));

    static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", $"MspBot.{project}", $"MspBot.{project}.csproj"))
            .Descendants(kind).Select(reference => reference.Attribute("Include")!.Value);
}
