using MspBot.Domain.Spelling;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>How a question is put.</summary>
/// <param name="Label">A noun for the kept answer and the summary: «Предмет».</param>
/// <param name="Question">What is asked, in one sentence.</param>
/// <param name="Example">An example or a hint: «Например: Иванова Мария Петровна».</param>
public sealed record Prompt(string Label, string Question, string? Example = null)
{
    /// <summary>What the button says that leaves the question unanswered, if not «Пропустить»: «Достаточно».</summary>
    public string? Skip { get; init; }
}

/// <summary>An answer on offer. Two options are the same when their values are.</summary>
/// <param name="Value">What the flow gets.</param>
/// <param name="Label">The button's words.</param>
/// <param name="Said">How the answer is repeated to the person, where the button says more than that.</param>
public sealed record Option<T>(T Value, string Label, string? Said = null)
{
    /// <summary>Whether it stands below each page of a long list, whatever is searched for: «Моей школы нет».</summary>
    public bool Always { get; init; }

    /// <summary>What the button said in an earlier version: people type what they remember.</summary>
    public string? Formerly { get; init; }

    /// <summary>What typed words are looked for in, where the button says less.</summary>
    public string? Sought { get; init; }

    internal string Searched => Sought ?? Label;

    internal string Kept => Said ?? Label;

    internal ShownOption Shown => new(AnswerJson.Write(Value), Label, Said);

    /// <summary>Whether these words stand on the button.</summary>
    internal bool IsNamed(string typed) => Folded.Same(Label, typed) || (Formerly is not null && Folded.Same(Formerly, typed));
}

/// <summary>The result of reading a typed answer.</summary>
public abstract record Parsed<T>
{
    /// <param name="Value">The answer.</param>
    /// <param name="Label">How it is repeated to the person.</param>
    public sealed record Good(T Value, string Label) : Parsed<T>
    {
        /// <summary>Answers to later questions that came along.</summary>
        internal IReadOnlyList<Answer> Also { get; init; } = [];

        /// <summary>How all of them are said back.</summary>
        internal string? Echo { get; init; }
    }

    /// <param name="Because">What is wrong, and an example that is right.</param>
    public sealed record Bad(string Because) : Parsed<T>;

    /// <summary>It may mean several things, and the person is asked which.</summary>
    /// <param name="Question">«15:00 или 03:00?»</param>
    /// <param name="Meanings">Each of them a good answer.</param>
    /// <param name="Retype">The button that opens the question itself again, where the meanings are one proposal.</param>
    /// <param name="AsTyped">Taken when the same words are typed once more.</param>
    public sealed record Doubtful(string Question, IReadOnlyList<Option<T>> Meanings, string? Retype = null, Good? AsTyped = null)
        : Parsed<T>;

    /// <summary>The one reading that can be, the reason of the likelier where none can, a question where several can.</summary>
    /// <param name="read">What the words may mean, the likelier first.</param>
    /// <param name="question">What is asked about those that can be.</param>
    /// <param name="label">What the button of one says.</param>
    internal static Parsed<T> Which(IReadOnlyList<Parsed<T>> read, Func<IReadOnlyList<Good>, string> question, Func<Good, string> label)
    {
        var good = read.OfType<Good>().ToList();
        if (good.Count < 2) return good.Count == 1 ? good[0] : read[0];
        return new Doubtful(question(good), [.. good.Select(g => new Option<T>(g.Value, label(g), g.Label))]);
    }
}
