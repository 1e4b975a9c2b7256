using MspBot.Domain;
using MspBot.Domain.Spelling;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>Options too many to be read whole: a page of them at a time, and what words find.</summary>
public abstract class SearchedList<T>
{
    /// <param name="words">What an option's label has in it, as <see cref="Folded"/> compares; empty for all of them.</param>
    /// <param name="skip">How many come before.</param>
    /// <param name="take">How many at most.</param>
    /// <returns>These, and how many there are in all.</returns>
    public abstract Task<(IReadOnlyList<Option<T>> Items, int All)> Find(string words, int skip, int take);

    /// <summary>What comes nearest to words that nothing has; a screen's worth.</summary>
    public virtual Task<IReadOnlyList<Option<T>>> Near(string words) => Task.FromResult<IReadOnlyList<Option<T>>>([]);

    /// <summary>An option as it is today; null when it is no longer offered.</summary>
    public abstract Task<Option<T>?> Again(T value);

    /// <summary>Answers to other questions that come with the choice: they are in the summary, and can be changed there.</summary>
    internal virtual Task<IReadOnlyList<Answer>> Brings(T value) => Task.FromResult<IReadOnlyList<Answer>>([]);
}

/// <summary>One of a long list, by a tap; typing searches it.</summary>
internal sealed class SearchQuestion<T>(string key, Prompt prompt, SearchedList<T> among, bool optional = false) : Question<T>(key, prompt)
{
    private const string Skipped = "null";

    public override bool Optional => optional;

    internal override bool Searches => true;

    public override async Task<Face> Face(Shown state)
    {
        var number = Math.Max(0, state.Page);
        var (items, all) = await Read(state.Query, number);
        if (number > OptionPages.Last(all))
        {
            number = OptionPages.Last(all);
            (items, all) = await Read(state.Query, number);
        }
        var near = all == 0 && state.Query is { } query ? await among.Near(query) : [];
        var page = near.Count > 0 ? OptionPages.Of([.. near.Select(o => o.Shown)], 0)
            : OptionPages.Of([.. items.Select(o => o.Shown)], number, all);
        return new Face
        {
            Text = DialogTexts.Searched(state.Query, near.Count > 0 ? near.Count : all, near.Count > 0, !page.IsWhole),
            Options = page.Items,
            Controls = OptionPages.Controls(page, state.Query),
        };
    }

    public override async Task<bool> StillOffers(string json) =>
        json == Skipped ? optional : Read(json, out var value) && await among.Again(value!) is not null;

    public override bool Read(string json, out T? value)
    {
        value = default;
        return json == Skipped ? optional : base.Read(json, out value);
    }

    public override async Task<AnswerResult<T>> Take(Given given, Shown shown)
    {
        switch (given)
        {
            case Given.Skipped when optional:
                return new AnswerResult<T>.Accepted(default, Skipped, SkipLabel);
            case Given.Option(var chosen):
                return Read(chosen.Json, out var value) && await among.Again(value!) is { } today
                    ? await Accept(today, chosen.Json)
                    : new AnswerResult<T>.Refused(DialogTexts.NoLongerOffered(chosen.Label));
            // Typed as it stands on a button: the same as pressing it.
            case Given.Words(var text) when (await Read(text, 0)).Items.FirstOrDefault(o => Folded.Same(o.Label, text)) is { } same:
                return await Accept(same, AnswerJson.Write(same.Value));
            default:
                return new AnswerResult<T>.Refused(DialogTexts.TapPlease);
        }
    }

    private async Task<AnswerResult<T>> Accept(Option<T> option, string json) =>
        new AnswerResult<T>.Accepted(option.Value, json, option.Kept) { Brings = await among.Brings(option.Value) };

    private Task<(IReadOnlyList<Option<T>> Items, int All)> Read(string? words, int page) =>
        among.Find(words ?? "", Paging.Skip(page), OptionPages.UncutSize);
}
