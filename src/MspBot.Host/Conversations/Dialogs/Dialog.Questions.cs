using MspBot.Domain.Files;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>The questions that a flow can ask.</summary>
public sealed partial class Dialog
{
    /// <summary>A line of text, trimmed, at most <paramref name="max"/> characters, further checked by <paramref name="rule"/>.</summary>
    public Task<string> Text(
        string key, Prompt prompt, int max, Func<string, Parsed<string>>? rule = null, IReadOnlyList<string>? suggestions = null) =>
        Ask(TextQuestion(key, prompt, max, rule, suggestions, optional: false))!;

    /// <summary>As <see cref="Text"/>, with «Пропустить»; null when skipped.</summary>
    public Task<string?> OptionalText(
        string key, Prompt prompt, int max, Func<string, Parsed<string>>? rule = null, IReadOnlyList<string>? suggestions = null) =>
        Ask(TextQuestion(key, prompt, max, rule, suggestions, optional: true));

    /// <summary>A file that the person sends, or words checked by <paramref name="rule"/>.</summary>
    public async Task<Handed> FileOrText(
        string key, Prompt prompt, int max, Func<string, Parsed<string>> rule, FileCheck? check = null) =>
        (await Ask(new FileQuestion(key, prompt, max, rule, check: check)))!;

    /// <summary>As <see cref="FileOrText"/>, with «Пропустить»; null when skipped.</summary>
    public Task<Handed?> OptionalFileOrText(string key, Prompt prompt, int max, Func<string, Parsed<string>> rule) =>
        Ask(new FileQuestion(key, prompt, max, rule, optional: true));

    /// <summary>
    /// One of several. <paramref name="typed"/>: also what can be typed; without it, typing searches the options. With
    /// <paramref name="unoffered"/> what was typed must be one of them; this is said if it is not.
    /// </summary>
    public async Task<T> Choice<T>(
        string key, Prompt prompt, Func<Task<IReadOnlyList<Option<T>>>> options, Func<string, Parsed<T>>? typed = null, int columns = 1,
        string? unoffered = null) =>
        (await Ask(new ChoiceQuestion<T>(key, prompt, options, typed, optional: false, columns) { Unoffered = unoffered }))!;

    public Task<T> Choice<T>(
        string key, Prompt prompt, IReadOnlyList<Option<T>> options, Func<string, Parsed<T>>? typed = null, int columns = 1) =>
        Choice(key, prompt, () => Task.FromResult(options), typed, columns);

    /// <summary>One of a list too long to be read whole; typing searches it.</summary>
    public async Task<T> Search<T>(string key, Prompt prompt, SearchedList<T> among) =>
        (await Ask(new SearchQuestion<T>(key, prompt, among)))!;

    /// <summary>As <see cref="Search"/>, with the button of <see cref="Prompt.Skip"/>, which is an answer too: default then.</summary>
    public Task<T?> OptionalSearch<T>(string key, Prompt prompt, SearchedList<T> among) =>
        Ask(new SearchQuestion<T>(key, prompt, among, optional: true));

    /// <summary>
    /// As <see cref="Choice{T}(string, Prompt, IReadOnlyList{Option{T}}, Func{string, Parsed{T}}?, int)"/>, with «Пропустить»; default when
    /// skipped.
    /// </summary>
    public Task<T?> OptionalChoice<T>(
        string key, Prompt prompt, IReadOnlyList<Option<T>> options, Func<string, Parsed<T>>? typed = null, int columns = 1) =>
        OptionalChoice(key, prompt, () => Task.FromResult(options), typed, columns);

    public Task<T?> OptionalChoice<T>(
        string key,
        Prompt prompt,
        Func<Task<IReadOnlyList<Option<T>>>> options,
        Func<string, Parsed<T>>? typed = null,
        int columns = 1) =>
        Ask(new ChoiceQuestion<T>(key, prompt, options, typed, optional: true, columns));

    /// <summary>
    /// Several of them: taps tick and untick, «Готово» ends; at least <paramref name="min"/>. With <paramref name="allTicked"/> all of them
    /// are at first; with <paramref name="none"/> one button takes none.
    /// </summary>
    public async Task<IReadOnlyList<T>> Many<T>(
        string key, Prompt prompt, IReadOnlyList<Option<T>> options, int min, int columns = 1, bool allTicked = false,
        string? none = null) =>
        (await Ask(new ManyQuestion<T>(key, prompt, options, min, columns, allTicked, none)))!;

    /// <summary>
    /// Several of a long list, in pages, with search and «Отметить всех»; at least <paramref name="min"/>. With <paramref name="none"/> one
    /// button takes none; <paramref name="ticked"/> are ticked at first.
    /// </summary>
    public async Task<IReadOnlyList<T>> ManyOf<T>(
        string key, Prompt prompt, Func<Task<IReadOnlyList<Option<T>>>> options, int min = 1, string? none = null,
        IReadOnlyList<T>? ticked = null, int max = int.MaxValue) =>
        (await Ask(new TickQuestion<T>(key, prompt, options, min, none, ticked, max)))!;

    /// <summary>
    /// A part of a whole, typed («41 из 63») or taken from <paramref name="offered"/>; the whole is at most <paramref name="most"/>.
    /// </summary>
    public Task<Share> Share(string key, Prompt prompt, int most, IReadOnlyList<Share>? offered = null) =>
        Choice(key, prompt, [.. (offered ?? []).Select(s => new Option<Share>(s, AnswerTexts.OfWhole(s)))], text => TypedShare(text, most));

    /// <summary>A file of the kinds and up to the size that <paramref name="rule"/> allows.</summary>
    public async Task<Upload> File(string key, Prompt prompt, FileRule rule) => (await Ask(new UploadQuestion(key, prompt, rule)))!;

    /// <summary>
    /// A day and a time in the site's zone, later than now: days to tap, a month grid, times to tap, or typed
    /// («24.11 15:00», «завтра в 15»). Stored under <c>key.date</c> and <c>key.time</c>.
    /// </summary>
    public async Task<DateTimeOffset> Moment(string key, Prompt date, Prompt time)
    {
        var day = await Ask(new DateQuestion($"{key}.date", date, $"{key}.time", Now, Zone));
        var hour = await Ask(new TimeQuestion($"{key}.time", time, day, Now, Zone));
        return Zone.At(day, hour);
    }

    /// <summary>
    /// A day from today on, or from <paramref name="notBefore"/> on: days to tap, a month grid, or typed («24.11», «завтра»).
    /// </summary>
    public Task<DateOnly> Day(string key, Prompt prompt, DateOnly? notBefore = null) =>
        Ask(new DateQuestion(key, prompt, null, Now, Zone, notBefore));

    /// <summary>
    /// A day from <paramref name="earliest"/> to today: the last days to tap, a month grid, or typed («вчера», «пятница», «20.11»).
    /// </summary>
    /// <param name="key">Of the answer.</param>
    /// <param name="prompt">What is asked.</param>
    /// <param name="earliest">The first day that is taken.</param>
    /// <param name="because">Said of every day that is not taken, instead of its own reason.</param>
    /// <param name="plain">Days are called by their date alone, and there is no month grid.</param>
    public Task<DateOnly> PastDay(string key, Prompt prompt, DateOnly earliest, string? because = null, bool plain = false) =>
        Ask(new DateQuestion(key, prompt, null, Now, Zone) { Earliest = earliest, Because = because, IsPlain = plain });

    /// <summary>
    /// The first day of a period; typed as a whole («7-11 декабря») it answers the question for the last one, <paramref name="last"/>, as
    /// well.
    /// </summary>
    public Task<DateOnly> FirstDay(string key, Prompt prompt, string last, Prompt lastPrompt) =>
        Ask(new DateQuestion(key, prompt, null, Now, Zone) { Last = (last, lastPrompt.Label) });

    /// <summary>The summary of all answers, with «Всё верно» and «Изменить».</summary>
    public Task Confirm(string question) => Confirm(question, [new Option<bool>(true, DialogTexts.AllRight)]);

    /// <summary>The summary of all answers, with these buttons instead of «Всё верно», and «Изменить».</summary>
    public async Task<T> Confirm<T>(string question, IReadOnlyList<Option<T>> ways) =>
        (await Ask(new SummaryQuestion<T>(question, ways, () => Summary, () => Lines)))!;

    private static Parsed<Share> TypedShare(string typed, int most) => Domain.Spelling.Share.Read(typed, most, out var share) is { } refusal
        ? new Parsed<Share>.Bad(AnswerTexts.Refused(refusal, share, most))
        : new Parsed<Share>.Good(share, AnswerTexts.OfWhole(share));

    private static ChoiceQuestion<string> TextQuestion(
        string key, Prompt prompt, int max, Func<string, Parsed<string>>? rule, IReadOnlyList<string>? suggestions, bool optional)
    {
        IReadOnlyList<Option<string>> options = [.. (suggestions ?? []).Select(s => new Option<string>(s, s))];
        return new(key, prompt, () => Task.FromResult(options), text => TextRule.Apply(text, max, rule), optional, columns: 1);
    }
}
