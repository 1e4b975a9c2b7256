using MspBot.Domain;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>One of several options, by a tap, by typing what <paramref name="typed"/> understands, or by searching a long list.</summary>
internal sealed class ChoiceQuestion<T>(
    string key, Prompt prompt, Func<Task<IReadOnlyList<Option<T>>>> options, Func<string, Parsed<T>>? typed, bool optional, int columns)
    : Question<T>(key, prompt)
{
    public override bool Optional => optional;

    /// <summary>The refusal when typed text is not one of the options; null accepts any text that can be read.</summary>
    internal string? Unoffered { get; init; }

    public override async Task<Face> Face(Shown state)
    {
        var offered = await options();
        var listed = offered.Where(o => !o.Always).ToList();
        var search = state.Query is { } query ? WordSearch.Among(query, [.. listed.Select(o => o.Searched)]) : null;
        var page = OptionPages.Of([.. (search is null ? listed : search.Items.Select(n => listed[n])).Select(o => o.Shown)], state.Page);
        return new Face
        {
            Text = DialogTexts.Searched(state.Query, search, typed is null && !page.IsWhole),
            Options = [.. page.Items, .. offered.Where(o => o.Always).Select(o => o.Shown)],
            Columns = columns,
            Controls = OptionPages.Controls(page, state.Query),
        };
    }

    public override async Task<bool> StillOffers(string json)
    {
        if (json == Skipped) return optional;
        if (typed is not null && Unoffered is null && Read(json, out _)) return true;
        return (await options()).Any(o => AnswerJson.Write(o.Value) == json);
    }

    public override async Task<AnswerResult<T>> Take(Given given, Shown shown)
    {
        switch (given)
        {
            case Given.Skipped when optional:
                return new AnswerResult<T>.Accepted(default, Skipped, DialogTexts.NotGiven);
            case Given.Option(var chosen):
                var today = (await options()).FirstOrDefault(o => AnswerJson.Write(o.Value) == chosen.Json);
                return today is null
                    ? new AnswerResult<T>.Refused(DialogTexts.NoLongerOffered(chosen.Label))
                    : new AnswerResult<T>.Accepted(today.Value, chosen.Json, today.Kept);
            case Given.Words(var text):
                var offered = await options();
                // Typed as it stands on a button: the same as pressing it.
                if (offered.FirstOrDefault(o => o.IsNamed(text)) is { } same)
                    return new AnswerResult<T>.Accepted(same.Value, AnswerJson.Write(same.Value), same.Kept);
                if (typed is null) return new AnswerResult<T>.Refused(DialogTexts.TapPlease);
                var read = typed(text);
                if (Unoffered is null || read is not Parsed<T>.Good good) return AnswerResult<T>.Of(read);
                return offered.FirstOrDefault(o => AnswerJson.Write(o.Value) == AnswerJson.Write(good.Value)) is { } meant
                    ? new AnswerResult<T>.Accepted(meant.Value, AnswerJson.Write(meant.Value), meant.Kept, good.Also)
                    : new AnswerResult<T>.Refused(Unoffered);
            default:
                return new AnswerResult<T>.Refused(DialogTexts.TapPlease);
        }
    }

    public override bool Read(string json, out T? value)
    {
        value = default;
        if (json == Skipped) return optional;
        return AnswerJson.TryRead(json, out value) && value is not null;
    }

    internal override bool Searches => typed is null;

    private const string Skipped = "null";
}

/// <summary>
/// Several options: taps tick them, «Готово» takes what is ticked. With <paramref name="none"/> a button of these words takes none of them.
/// </summary>
internal sealed class ManyQuestion<T>(
    string key, Prompt prompt, IReadOnlyList<Option<T>> options, int min, int columns, bool allTicked, string? none = null)
    : Question<IReadOnlyList<T>>(key, prompt)
{
    public override bool Optional => none is not null;

    internal override string SkipLabel => none ?? base.SkipLabel;

    internal override bool Ticks => true;

    internal override IReadOnlyList<ShownOption> TickedAtFirst =>
        allTicked ? [.. options.Select(o => new ShownOption(AnswerJson.Write(o.Value), o.Label))] : [];

    public override Task<Face> Face(Shown state)
    {
        IReadOnlyList<ShownOption> all = [.. options.Select(o => new ShownOption(AnswerJson.Write(o.Value), o.Label))];
        var ticked = state.Ticked.Select(t => t.Json).ToHashSet();
        return Task.FromResult(new Face
        {
            Options = all,
            Ticked = ticked,
            Columns = columns,
            Controls = [[(DialogTexts.ReadyTicking(ticked.Count), Dialogs.Controls.Ready)]],
        });
    }

    public override Task<bool> StillOffers(string json)
    {
        var offered = options.Select(o => AnswerJson.Write(o.Value)).ToHashSet();
        return Task.FromResult(Read(json, out var values) && values!.All(v => offered.Contains(AnswerJson.Write(v))));
    }

    public override Task<AnswerResult<IReadOnlyList<T>>> Take(Given given, Shown shown) => Task.FromResult(Decide(given, shown));

    private AnswerResult<IReadOnlyList<T>> Decide(Given given, Shown shown)
    {
        if (none is not null && given is Given.Skipped)
            return new AnswerResult<IReadOnlyList<T>>.Accepted([], AnswerJson.Write<IReadOnlyList<T>>([]), none);
        var ticked = given switch
        {
            Given.Ready => shown.Ticked.Select(t => t.Json).ToHashSet(),
            // A single label typed: as if only that one were ticked.
            Given.Words(var text) => options.Where(o => Folded.Same(o.Label, text))
                .Select(o => AnswerJson.Write(o.Value)).ToHashSet(),
            _ => null,
        };
        if (ticked is null || (given is Given.Words && ticked.Count == 0))
            return new AnswerResult<IReadOnlyList<T>>.Refused(DialogTexts.TickPlease);
        var chosen = options.Where(o => ticked.Contains(AnswerJson.Write(o.Value))).ToList();
        if (chosen.Count < min) return new AnswerResult<IReadOnlyList<T>>.Refused(DialogTexts.TickAtLeast(min));
        IReadOnlyList<T> values = [.. chosen.Select(o => o.Value)];
        return new AnswerResult<IReadOnlyList<T>>.Accepted(values, AnswerJson.Write(values),
            chosen.Count == 0 ? DialogTexts.NotGiven : string.Join(", ", chosen.Select(o => o.Kept)));
    }
}

/// <summary>The end of a form: all answers, and ways to go on.</summary>
internal sealed class SummaryQuestion<T>(
    string question, IReadOnlyList<Option<T>> ways, Func<IEnumerable<Answer>> answers, Func<IEnumerable<(string Name, string Text)>> lines)
    : Question<T>("confirm", new Prompt("", question))
{
    public override bool IsKept => false;

    public override Task<Face> Face(Shown state) => Task.FromResult(state.Face == Dialogs.Controls.Change
        ? new Face
        {
            Question = DialogTexts.WhatToChange,
            Changes = [.. answers().Select(a => (DialogTexts.ToChange(a.Name, a.Label), a.Key))],
            Controls = [[(DialogTexts.BackToSummary, $"{Dialogs.Controls.Face}")]],
        }
        : new Face
        {
            Text = Html.Lines([.. lines().Select(line => Html.Of($"{line.Name}: {line.Text}"))]),
            Options = [.. ways.Select(w => new ShownOption(AnswerJson.Write(w.Value), w.Label))],
            Ends = true,
            Controls = [[(DialogTexts.Change, $"{Dialogs.Controls.Face}{Dialogs.Controls.Change}")]],
        });

    public override Task<bool> StillOffers(string json) => Task.FromResult(false);

    public override Task<AnswerResult<T>> Take(Given given, Shown shown)
    {
        var way = given switch
        {
            Given.Option(var chosen) => ways.FirstOrDefault(w => AnswerJson.Write(w.Value) == chosen.Json),
            Given.Words(var text) => ways.FirstOrDefault(w => w.IsNamed(text)),
            _ => null,
        };
        return Task.FromResult<AnswerResult<T>>(way is null
            ? new AnswerResult<T>.Refused(DialogTexts.TapPlease)
            : new AnswerResult<T>.Accepted(way.Value, AnswerJson.Write(way.Value), way.Label));
    }
}
