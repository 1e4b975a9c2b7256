using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>
/// What is stored of a dialog: answers by key, and the question as it was shown. Nothing is stored by position or by a type's name.
/// </summary>
internal sealed class DialogBody
{
    /// <summary>A bound: who leafs further back finds that page past.</summary>
    private const int MostEarlier = 6;

    public string Start { get; init; } = "";

    public List<Answer> Answers { get; init; } = [];

    public Shown? Shown { get; set; }

    /// <summary>The answer that «Изменить» took out; «← Назад» puts it back.</summary>
    public Answer? Editing { get; set; }

    /// <summary>What was pressed last, so that the same press again is known.</summary>
    public string? LastPress { get; set; }

    /// <summary>
    /// How the open question looked before, page by page, since it was asked: a press on a copy of it means what stood there.
    /// </summary>
    public List<Earlier> Earlier { get; init; } = [];

    /// <summary>What the question's message says, hashed: the same once more need not be sent.</summary>
    public string? Look { get; set; }

    [JsonIgnore]
    public int Revision { get; set; }

    /// <summary>The question as it was shown when this turn began.</summary>
    [JsonIgnore]
    public Shown? Before { get; private init; }

    /// <summary>Answers that this turn took back: where several were ticked, they are ticked when it is asked again.</summary>
    [JsonIgnore]
    internal Dictionary<string, Answer> Dropped { get; } = [];

    /// <summary>The question as it was shown at this revision; null if another question was asked then.</summary>
    internal Shown? At(int revision) => revision == Revision ? Shown ?? new("") : Earlier.Find(e => e.Revision == revision)?.Shown;

    /// <summary>
    /// The same question with the same options keeps its number, so that presses on every copy of it are good; with other options it gets a
    /// new one, and the old one stays known.
    /// </summary>
    /// <param name="afresh">An answer was given in between, so the question is asked a second time.</param>
    internal void Renumber(bool afresh)
    {
        if (!afresh && Before is { } before && before.MeansTheSame(Shown!)) return;
        if (afresh || Before?.Key != Shown!.Key) Earlier.Clear();
        else Earlier.Add(new(Revision, Before with { Ticked = [] }));
        if (Earlier.Count > MostEarlier) Earlier.RemoveAt(0);
        Revision++;
    }

    internal Answer? Find(string key) => Answers.Find(a => a.Key == key);

    internal void Put(Answer answer)
    {
        var at = Answers.FindIndex(a => a.Key == answer.Key);
        if (at >= 0) Answers[at] = answer;
        else Answers.Add(answer);
    }

    internal void Drop(string key)
    {
        if (Find(key) is { } answer) Dropped[key] = answer;
        Answers.RemoveAll(a => a.Key == key);
    }

    internal string Write() => JsonSerializer.Serialize(this, DialogJson.Default.DialogBody);

    /// <summary>What cannot be read is data of another version: the dialog begins again rather than fails.</summary>
    internal static DialogBody Read(string text, int revision)
    {
        var body = new DialogBody();
        try
        {
            body = JsonSerializer.Deserialize(text.Length == 0 ? "{}" : text, DialogJson.Default.DialogBody) ?? body;
        }
        catch (JsonException)
        {
            // The dialog begins again, as promised above.
        }
        return new()
        {
            // A property that another version did not write is null here, whatever its type says.
            Start = body.Start ?? "",
            Answers = [.. (body.Answers ?? []).Where(IsWhole)],
            Shown = body.Shown is { Key: not null } shown
            ? shown with { Options = shown.Options ?? [], Ticked = shown.Ticked ?? [], Doubt = Whole(shown.Doubt) } : null,
            Editing = body.Editing is { } editing && IsWhole(editing) ? editing : null,
            LastPress = body.LastPress,
            Earlier = [.. (body.Earlier ?? []).Where(e => e is { Shown: { Key: not null, Options: not null } })],
            Look = body.Look,
            Revision = revision,
            Before = body.Shown is { Key: not null } was ? was with { Options = was.Options ?? [], Doubt = Whole(was.Doubt) } : null,
        };
    }

    private static Doubt? Whole(Doubt? doubt) => doubt is { Question: not null, Meanings: not null } ? doubt : null;

    private static bool IsWhole(Answer? answer) => answer is { Key: not null, Name: not null, Json: not null, Label: not null };
}

/// <summary>One answer. <paramref name="At"/>: the revision in which it was given.</summary>
internal sealed record Answer(string Key, string Name, string Json, string Label, int At)
{
    /// <summary>Known without asking. «← Назад» passes over it, «Изменить» asks it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAssumed { get; init; }
}

/// <summary>The question as the person saw it.</summary>
internal sealed record Shown(string Key)
{
    /// <summary>The options on the screen, by their number on the buttons.</summary>
    public IReadOnlyList<ShownOption> Options { get; init; } = [];

    public int Page { get; init; }

    /// <summary>What is searched for.</summary>
    public string? Query { get; init; }

    /// <summary>What is ticked, where several may be.</summary>
    public IReadOnlyList<ShownOption> Ticked { get; init; } = [];

    /// <summary>Another face of the same question: the month grid, the list of answers to change.</summary>
    public string? Face { get; init; }

    /// <summary>What is asked back about the words typed last; null: nothing is.</summary>
    public Doubt? Doubt { get; init; }

    /// <summary>The words that were in doubt last: typed once more, they are meant.</summary>
    public string? Typed { get; init; }

    /// <summary>Whether each button means on both what it says on one.</summary>
    internal bool MeansTheSame(Shown other) =>
        Key == other.Key && Face == other.Face && (Doubt is null) == (other.Doubt is null) && Options.SequenceEqual(other.Options);
}

/// <summary>What an earlier copy of the open question shows.</summary>
internal sealed record Earlier(int Revision, Shown Shown);

/// <param name="Said">How a meaning is repeated to the person, where the button says less.</param>
internal sealed record ShownOption(string Json, string Label, string? Said = null);

/// <summary>What the person gave in answer to the question shown.</summary>
internal abstract record Given
{
    internal sealed record Words(string Text) : Given;

    internal sealed record Option(ShownOption Chosen) : Given;

    /// <summary>What they meant by words that were in doubt.</summary>
    internal sealed record Meaning(ShownOption Meant) : Given;

    internal sealed record File(string Reference, string? Name, long? Size = null, string? MediaType = null) : Given;

    internal sealed record Skipped : Given;

    /// <summary>«Готово» after ticking.</summary>
    internal sealed record Ready : Given;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DialogBody))]
[JsonSerializable(typeof(Input))]
internal sealed partial class DialogJson : JsonSerializerContext
{
    /// <summary>Cyrillic stays readable in the database.</summary>
    static DialogJson() =>
        Default = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
