using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>
/// Several of a long list: taps tick and untick, words search, one button ticks all that are found. What is ticked is kept by the options'
/// values, so it survives pages, searches, and a list that has changed. With <paramref name="none"/> a button of these words takes none;
/// <paramref name="ticked"/> are ticked at first.
/// </summary>
internal sealed class TickQuestion<T>(
    string key, Prompt prompt, Func<Task<IReadOnlyList<Option<T>>>> options, int min, string? none = null,
    IReadOnlyList<T>? ticked = null, int max = int.MaxValue) : Question<IReadOnlyList<T>>(key, prompt)
{
    public override bool Optional => none is not null;

    internal override string SkipLabel => none ?? base.SkipLabel;

    internal override bool Ticks => true;

    internal override IReadOnlyList<ShownOption> TickedAtFirst =>
        [.. (ticked ?? []).Select(value => new ShownOption(AnswerJson.Write(value), ""))];

    internal override bool TicksAll => true;

    internal override bool Searches => true;

    public override async Task<Face> Face(Shown state)
    {
        var all = await options();
        var (found, search) = Found(all, state.Query);
        var page = OptionPages.Of(found, state.Page);
        var offered = all.Select(o => AnswerJson.Write(o.Value)).ToHashSet();
        var chosen = state.Ticked.Select(t => t.Json).Where(offered.Contains).ToHashSet();
        return new Face
        {
            Text = DialogTexts.Searched(state.Query, search, helps: !page.IsWhole),
            Options = page.Items,
            Ticked = chosen,
            Controls =
            [
                .. OptionPages.Controls(page, state.Query),
                found.Count > 1 && search is not { IsNear: true } ? [TickAll(found, chosen, state.Query is not null)] : [],
                [(DialogTexts.ReadyTicking(chosen.Count), Dialogs.Controls.Ready)],
            ],
        };
    }

    internal override async Task<IReadOnlyList<ShownOption>> Tickable(Shown state) =>
        Found(await options(), state.Query) is (var found, not { IsNear: true }) ? found : [];

    public override async Task<bool> StillOffers(string json)
    {
        var offered = (await options()).Select(o => AnswerJson.Write(o.Value)).ToHashSet();
        return Read(json, out var values) && values!.All(v => offered.Contains(AnswerJson.Write(v)));
    }

    public override async Task<AnswerResult<IReadOnlyList<T>>> Take(Given given, Shown shown)
    {
        if (none is not null && given is Given.Skipped)
            return new AnswerResult<IReadOnlyList<T>>.Accepted([], AnswerJson.Write<IReadOnlyList<T>>([]), none);
        if (given is not Given.Ready) return new AnswerResult<IReadOnlyList<T>>.Refused(DialogTexts.TickPlease);
        var taken = shown.Ticked.Select(t => t.Json).ToHashSet();
        var chosen = (await options()).Where(o => taken.Contains(AnswerJson.Write(o.Value))).ToList();
        if (chosen.Count < min) return new AnswerResult<IReadOnlyList<T>>.Refused(DialogTexts.TickAtLeast(min));
        if (chosen.Count > max) return new AnswerResult<IReadOnlyList<T>>.Refused(DialogTexts.TickAtMost(max, chosen.Count));
        IReadOnlyList<T> values = [.. chosen.Select(o => o.Value)];
        return new AnswerResult<IReadOnlyList<T>>.Accepted(values, AnswerJson.Write(values),
            AnswerTexts.Ticked([.. chosen.Select(o => o.Kept)]));
    }

    private static (IReadOnlyList<ShownOption> Items, WordsFound? Search) Found(IReadOnlyList<Option<T>> all, string? query)
    {
        var search = query is null ? null : WordSearch.Among(query, [.. all.Select(o => o.Searched)]);
        return ([.. (search is null ? all : search.Items.Select(n => all[n])).Select(Shown)], search);
    }

    private static ShownOption Shown(Option<T> option) => new(AnswerJson.Write(option.Value), option.Label);

    /// <summary>The button says how many it is about: pressed when the list has another length by now, it does nothing.</summary>
    private static (string Label, string Control) TickAll(IReadOnlyList<ShownOption> found, HashSet<string> ticked, bool searched) =>
        found.All(o => ticked.Contains(o.Json))
            ? (AnswerTexts.UntickAll(searched), $"{Dialogs.Controls.UntickAll}{found.Count}")
            : (AnswerTexts.TickAll(searched), $"{Dialogs.Controls.TickAll}{found.Count}");
}
