using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MspBot.Sandbox;
using MspBot.Tests.Conversations;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Drafts;

/// <summary>
/// Half-filled forms as earlier versions stored them, a folder a version: what is in it is never changed, only added to.
/// MSPBOT_APPROVE=1 writes the missing ones of the newest.
/// </summary>
public sealed class DraftTests(TestCluster cluster)
{
    private const string Newest = "0.1";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "MspBot.Tests", "Drafts");
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Flows whose only question is the first: nothing can be half filled.</summary>
    private static readonly string[] OneQuestion =
    [
        "profile-name", "profile-position", "profile-subjects", "code", "find-person", "ask", "reply",
        "hours-link", "consult-link", "consult-tell", "tutor-statement", "my-documents", "cert-find", "plan-return",
        "plan-find", "plan-import", "log-who", "roster", "school-find", "replace-nominee",
        "survey-change",
        "effect-goal", "conclude", "conclude-change", "conclude-answer",
        "survey-reopen", "survey-due", "broadcast-change", "material-return", "broadcast-correct",
        "material-search", "topic-add", "topic-rename",
    ];

    public static TheoryData<string, string> Drafts()
    {
        var all = new TheoryData<string, string>();
        foreach (var file in Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            all.Add(Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileNameWithoutExtension(file));
        return all;
    }

    [Theory]
    [MemberData(nameof(Drafts))]
    public async Task A_form_half_filled_under_an_earlier_version_goes_on_where_it_was(string version, string flow)
    {
        await using var world = await World.Open(cluster);
        var draft = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, version, $"{flow}.json")))!;
        var row = FlowRow.Of(flow);
        var who = await row.Who(world, 7);
        await row.Argument(world);
        await who.Types("/about");
        await world.Idle();
        var body = draft["body"]!.ToJsonString(Readable).Replace("'", "''", StringComparison.Ordinal);
        var id = await world.Sql<long>($"""
            insert into dialog (chat_id, flow, state, revision, body, touched_at)
            values (7, '{flow}', 'Parked', {draft["revision"]}, '{body}', '{World.Morning:O}') returning id
            """);
        var answers = draft["body"]!["answers"]!.AsArray().Select(a => a!["key"]!.GetValue<string>()).ToList();

        var walker = await Walker.Resume(world, who, id);
        Assert.NotNull(walker.Question);
        Assert.Equal(draft["body"]!["shown"]!["key"]!.GetValue<string>(),
            await world.Sql<string>($"select body::jsonb -> 'shown' ->> 'key' from dialog where id = {id}"));
        Assert.Equal(answers.Order(), (await world.Sql<string>(
            $"select string_agg(a ->> 'key', ',') from dialog, jsonb_array_elements(body::jsonb -> 'answers') a where id = {id}"))!.Split(
            ',').Order());
        await walker.ToTheEnd();
        Assert.Equal(1, await world.Sql<int>($"select count(*) from dialog where id = {id} and state = 'Finished'"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Every_flow_of_this_version_has_a_draft_on_file()
    {
        var missing = FlowRow.All.Select(r => r.Key).Except(OneQuestion).Where(flow => !File.Exists(FileOf(flow))).ToList();
        if (Environment.GetEnvironmentVariable("MSPBOT_APPROVE") == "1")
        {
            foreach (var flow in missing.ToList())
            {
                if (await Write(flow)) missing.Remove(flow);
            }
        }
        Assert.Empty(missing);
    }

    private static string FileOf(string flow) => Path.Combine(Folder, Newest, $"{flow}.json");

    /// <returns>False: it has but one question, and belongs into that list.</returns>
    private async Task<bool> Write(string flow)
    {
        await using var world = await World.Open(cluster);
        var whole = await Walker.Begin(world, FlowRow.Of(flow), 7);
        var steps = await whole.ToTheEnd();
        if (steps < 2) return false;
        await using var anew = await World.Open(cluster);
        var walker = await Walker.Begin(anew, FlowRow.Of(flow), 7);
        for (var n = 0; n < Math.Max(1, steps / 2); n++) await walker.Answer();
        var draft = new JsonObject
        {
            ["flow"] = flow,
            ["revision"] = await anew.Sql<int>("select revision from dialog"),
            ["body"] = JsonNode.Parse((await anew.Sql<string>("select body from dialog"))!),
        };
        Directory.CreateDirectory(Path.Combine(Folder, Newest));
        await File.WriteAllTextAsync(FileOf(flow), draft.ToJsonString(Readable) + "\n");
        return true;
    }
}
