using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>
/// The dialog as a flow sees it: each question has a stable key and gives the answer if there is one; the first question
/// without an answer ends the run, and is what the person sees.
/// </summary>
public sealed partial class Dialog
{
    private readonly DialogBody body;
    private readonly List<Question> asked = [];
    private readonly List<(string Name, string Text, IReadOnlyList<string> Keys)> joined = [];
    private Given? given;
    private int newestAbove;

    internal Dialog(DialogBody body, Speaker speaker, DateTimeOffset now, SiteZone zone, Given? given)
    {
        (this.body, Speaker, Now, Zone, this.given) = (body, speaker, now, zone, given);
    }

    public Speaker Speaker { get; }

    /// <summary>The registered person who is asked; for a visitor it throws (<see cref="Speaker.PersonOrNull"/>).</summary>
    public PersonId Person => Speaker.Person;

    public DateTimeOffset Now { get; }

    public SiteZone Zone { get; }

    /// <summary>What the flow was begun with: a row's id from a button, a deep link. Typed by anyone, so anything.</summary>
    public Argument Start => new(body.Start);

    /// <summary>
    /// The row in <see cref="Start"/>: the one that <see cref="Flow.Access"/> was asked about. Null for anything that is no number.
    /// </summary>
    public TId? Row<TId>() where TId : struct, IId<TId> => Start.Id<TId>();

    /// <summary>
    /// Set before the first question of a dialog that cancels, refuses, withdraws or erases: what its way out is called instead of
    /// «Отмена», and what stays then.
    /// </summary>
    public WayOut? WayOut { get; set; }

    /// <summary>Whether nothing was asked or answered yet.</summary>
    internal bool IsBeginning => body.Shown is null && body.Answers.Count == 0;

    /// <summary>All that was said until now, and what is being typed: a flow that refuses halfway says it back. Null: nothing.</summary>
    internal string? Said
    {
        get
        {
            var said = body.Answers.Where(answer => !answer.IsAssumed).Select(answer => answer.Label)
                .Where(label => label != DialogTexts.NotGiven).ToList();
            if (given is Given.Words(var words)) said.Add(words);
            return said.Count == 0 ? null : string.Join("; ", said);
        }
    }

    /// <summary>Answers that the flow begins with.</summary>
    internal void Bring(IEnumerable<Answer> answers)
    {
        foreach (var answer in answers) body.Put(answer);
    }

    /// <summary>The way out was typed.</summary>
    internal bool Leaves { get; private set; }

    /// <summary>The question that waits for an answer, once the run has stopped at it.</summary>
    internal Question? Waiting { get; private set; }

    /// <summary>Why the question is asked again.</summary>
    internal string? Note { get; private set; }

    /// <summary>What was asked so far, in order.</summary>
    internal IReadOnlyList<Question> Asked => asked;

    /// <summary>The question whose answer arrived in this run, with that answer.</summary>
    internal Answer? Taken { get; private set; }

    /// <summary>
    /// Answers the next question without asking it, where there is only one sensible answer: it stands in the summary, and «Изменить» asks
    /// it.
    /// </summary>
    /// <param name="key">The question's.</param>
    /// <param name="prompt">How it would be put.</param>
    /// <param name="only">That answer; null: it is asked. Called where there is no answer, or something above an assumed one has
    /// changed.</param>
    public async Task Assume<T>(string key, Prompt prompt, Func<Task<Option<T>?>> only)
    {
        var known = body.Find(key);
        if (known is not null && (!known.IsAssumed || known.At >= newestAbove)) return;
        if (known is not null) body.Drop(key);
        if (body.Shown?.Key == key || body.Editing?.Key == key || await only() is not { } option) return;
        body.Put(new(key, prompt.Label, AnswerJson.Write(option.Value), option.Kept, newestAbove) { IsAssumed = true });
    }

    /// <summary>In the summary these answers are one line: «Вам удобно: вт 15:30 или 16:30».</summary>
    public void InOneLine(string name, string text, params IReadOnlyList<string> keys) => joined.Add((name, text, keys));

    /// <summary>What has been answered above, for the summary: label and answer.</summary>
    internal IEnumerable<Answer> Summary => asked.Select(q => body.Find(q.Key)).OfType<Answer>();

    private IEnumerable<(string Name, string Text)> Lines
    {
        get
        {
            foreach (var answer in Summary)
            {
                var line = joined.Find(j => j.Keys.Contains(answer.Key));
                if (line.Keys is null) yield return (answer.Name, answer.Label);
                else if (line.Keys[0] == answer.Key) yield return (line.Name, line.Text);
            }
        }
    }

    private async Task<T?> Ask<T>(Question<T> question)
    {
        if (asked.Exists(q => q.Key == question.Key)) throw new InvalidOperationException($"the flow asks «{question.Key}» twice");
        asked.Add(question);

        if (body.Find(question.Key) is { } known)
        {
            var older = known.At < newestAbove;
            if (question.Read(known.Json, out var value) && (!older || await question.StillOffers(known.Json)))
            {
                if (older) body.Put(known with { At = newestAbove });
                newestAbove = Math.Max(newestAbove, known.At);
                return value;
            }
            body.Drop(question.Key);
            Note ??= DialogTexts.NoLongerOffered(known.Label);
        }
        else if (given is Given.Words(var words) && WayOut is { } wayOut && Folded.Same(wayOut.Label, words))
        {
            // «Не отменять», typed to «Почему отменяем?», is no reason.
            Leaves = true;
        }
        else if (given is { } now && body.Shown?.Key == question.Key)
        {
            given = null;
            switch (await Take(question, now, body.Shown))
            {
                case AnswerResult<T>.Accepted accepted:
                    Taken = new(question.Key, question.Prompt.Label, accepted.Json, accepted.Label, body.Revision + 1);
                    if (question.IsKept) body.Put(Taken);
                    foreach (var also in accepted.Also.Concat(accepted.Brings)) body.Put(also with { At = body.Revision + 1 });
                    // Said back whole: the day together with the time that was typed with it.
                    if (accepted.Echo is { } echo) Taken = Taken with { Label = echo };
                    newestAbove = body.Revision + 1;
                    return accepted.Value;
                case AnswerResult<T>.Refused refused:
                    Note = refused.Because;
                    break;
            }
        }

        Waiting = question;
        throw new Suspended();
    }

    /// <summary>Words in doubt are remembered with what is asked back; any answer ends the doubt.</summary>
    private async Task<AnswerResult<T>> Take<T>(Question<T> question, Given now, Shown shown)
    {
        if (now is Given.Words(var words))
        {
            if (shown.Doubt?.Named(words) is { } named) now = new Given.Meaning(named);
            else if (question.Optional && (Folded.Same(words, question.SkipLabel) || Folded.Same(words, DialogTexts.Skip)))
                now = new Given.Skipped();
        }
        body.Shown = shown with { Doubt = null };
        var result = now is Given.Meaning(var meant) ? question.TakeMeaning(meant) : await question.Take(now, shown);
        if (result is not AnswerResult<T>.Doubted doubted || now is not Given.Words(var typed)) return result;
        if (doubted.AsTyped is { } literal && typed == shown.Typed) return literal;
        body.Shown = shown with { Doubt = doubted.Doubt, Typed = typed, Face = null };
        return result;
    }

    /// <summary>Ends a run at its first open question. Thrown here and caught in <see cref="FlowRun"/>, nowhere else.</summary>
#pragma warning disable CA1064, CA1032, RCS1194 // private to the engine by design
    internal sealed class Suspended : Exception;
#pragma warning restore
}
