using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>One question of a dialog, with its answer's type erased: what the engine needs in order to show it.</summary>
internal abstract class Question(string key, Prompt prompt)
{
    public string Key { get; } = key;

    public Prompt Prompt { get; } = prompt;

    /// <summary>Whether its answer is stored. Only the summary's is not: it is acted upon at once.</summary>
    public virtual bool IsKept => true;

    public virtual bool Optional => false;

    /// <summary>What the button says that leaves it unanswered.</summary>
    internal virtual string SkipLabel => Prompt.Skip ?? DialogTexts.Skip;

    /// <summary>Whether typing searches the options, because nothing typed can be an answer.</summary>
    internal virtual bool Searches => false;

    /// <summary>Whether several options are ticked and «Готово» takes them.</summary>
    internal virtual bool Ticks => false;

    /// <summary>Whether one button ticks all options that are found.</summary>
    internal virtual bool TicksAll => false;

    /// <summary>Whether a file can be its answer.</summary>
    internal virtual bool TakesFiles => false;

    /// <summary>What is said after something that is neither words nor a button.</summary>
    internal virtual string WhatIsWanted => DialogTexts.WordsPlease;

    /// <summary>What is ticked when it is asked, where several may be.</summary>
    internal virtual IReadOnlyList<ShownOption> TickedAtFirst => [];

    /// <summary>What that button ticks, on all pages.</summary>
    internal virtual Task<IReadOnlyList<ShownOption>> Tickable(Shown state) => Task.FromResult<IReadOnlyList<ShownOption>>([]);

    /// <summary>What to show for this state: the options on it and how they are laid out.</summary>
    public abstract Task<Face> Face(Shown state);
}

/// <summary>One question of a dialog.</summary>
internal abstract class Question<T>(string key, Prompt prompt) : Question(key, prompt)
{
    /// <summary>Reads a stored answer; false for what another version of the flow stored and this one cannot read.</summary>
    public virtual bool Read(string json, out T? value) => AnswerJson.TryRead(json, out value);

    /// <summary>Whether a stored answer may stay after something above it was changed.</summary>
    public abstract Task<bool> StillOffers(string json);

    public abstract Task<AnswerResult<T>> Take(Given given, Shown shown);

    /// <summary>Takes one of the meanings that were asked about.</summary>
    internal virtual AnswerResult<T> TakeMeaning(ShownOption meaning) => Read(meaning.Json, out var value)
        ? new AnswerResult<T>.Accepted(value, meaning.Json, meaning.Said ?? meaning.Label)
        : new AnswerResult<T>.Refused(DialogTexts.TapPlease);
}

/// <summary>The result of giving an answer.</summary>
internal abstract record AnswerResult<T>
{
    /// <param name="Also">Answers to later questions that came along («24.11 15:00» to the question for the day).</param>
    internal sealed record Accepted(T? Value, string Json, string Label, params IReadOnlyList<Answer> Also) : AnswerResult<T>
    {
        /// <summary>How it is said back, where that is more than the label: the moment with its weekday.</summary>
        public string? Echo { get; init; }

        /// <summary>Answers to other questions that come with this one, and are not said back with it.</summary>
        public IReadOnlyList<Answer> Brings { get; init; } = [];
    }

    internal sealed record Refused(string Because) : AnswerResult<T>;

    /// <summary>Asked about. <paramref name="AsTyped"/>: taken when the same words come once more.</summary>
    internal sealed record Doubted(Doubt Doubt, Accepted? AsTyped = null) : AnswerResult<T>;

    /// <summary>What a rule made of typed words.</summary>
    internal static AnswerResult<T> Of(Parsed<T> parsed) => parsed switch
    {
        Parsed<T>.Good good => Good(good),
        Parsed<T>.Bad bad => new Refused(bad.Because),
        Parsed<T>.Doubtful doubt =>
            new Doubted(new(doubt.Question, [.. doubt.Meanings.Select(m => m.Shown)], doubt.Retype), doubt.AsTyped is { } literal
                ? Good(literal) : null),
        _ => throw new InvalidOperationException("a parsed answer is good, bad or doubtful"),
    };

    private static Accepted Good(Parsed<T>.Good good) =>
        new(good.Value, AnswerJson.Write(good.Value), good.Label, good.Also) { Echo = good.Echo };
}

/// <summary>A question's present look.</summary>
internal sealed record Face
{
    /// <summary>Under the question: a hint, the summary.</summary>
    public Html Text { get; init; }

    /// <summary>Takes the place of the question when it has another face.</summary>
    public string? Question { get; init; }

    /// <summary>The options on the screen, and per row how many stand side by side.</summary>
    public IReadOnlyList<ShownOption> Options { get; init; } = [];

    public int Columns { get; init; } = 1;

    /// <summary>Whether the first option is what the dialog was begun for.</summary>
    public bool Ends { get; init; }

    /// <summary>Which options are ticked, where several may be.</summary>
    public IReadOnlySet<string>? Ticked { get; init; }

    /// <summary>Answers that can be changed from here: what the button says, and the answer's key.</summary>
    public IReadOnlyList<(string Label, string Key)> Changes { get; init; } = [];

    /// <summary>Buttons whose press is a control of the question: label and control.</summary>
    public IReadOnlyList<IReadOnlyList<(string Label, string Control)>> Controls { get; init; } = [];

    /// <summary>Cells that are no options (the month grid): label and control, in rows; options are named by their number.</summary>
    public IReadOnlyList<IReadOnlyList<(string Label, string Control)>>? Grid { get; init; }
}
