using MspBot.Data.Postgres;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;

namespace MspBot.Data.Feedback;

/// <summary>Takes what people say into the box: what was filed is not filed again, what is too old is not changed.</summary>
public sealed class FeedbackStore(FeedbackBox box, FeedbackMover mover, AuthorKey key, DbSession session)
{
    /// <summary>The first filing stays.</summary>
    /// <returns>Whether this is it.</returns>
    public async Task<bool> File(Meeting meeting, PersonId person, Marks marks, DateOnly today)
    {
        await box.Hold();
        return await box.Find(meeting, person) is null && await box.PutFirst(new(meeting, person, marks, today));
    }

    /// <param name="since">What was filed before this day stays as it is.</param>
    /// <param name="meeting">What it is about.</param>
    /// <param name="person">Whose.</param>
    /// <param name="marks">The new ones.</param>
    public Task Change(Meeting meeting, PersonId person, Marks marks, DateOnly since) =>
        Edit(meeting, person, a => a.FiledOn >= since ? a with { Marks = marks } : a);

    /// <param name="named">Whether they show their name.</param>
    /// <param name="since">What was filed before this day stays as it is.</param>
    /// <param name="meeting">What it is about.</param>
    /// <param name="person">Whose.</param>
    /// <param name="willUse">What they take with them.</param>
    /// <param name="wasMissing">What they missed.</param>
    public Task Write(Meeting meeting, PersonId person, string? willUse, string? wasMissing, bool named, DateOnly since) =>
        Edit(meeting, person, a => a.FiledOn >= since ? a with { WillUse = willUse, WasMissing = wasMissing, Named = named } : a);

    /// <summary>The first answer stays; none is taken that was not asked for.</summary>
    public async Task Apply(Meeting meeting, PersonId person, Applied applied)
    {
        if (await session.Value<bool>("select exists (select from feedback_asked where token = @token)",
            new { token = key.Asked(key.Author(person, meeting)) }))
            await Edit(meeting, person, a => a.Applied is null ? a with { Applied = applied } : a);
    }

    /// <summary>
    /// When a person is erased, their signed comments, feedback requests and opt-out are deleted. Anonymous comments stay: deleting them
    /// now would reveal whose they were.
    /// </summary>
    public async Task Forget(PersonId person)
    {
        await mover.Forget(person);
        await session.Execute("""
            delete from feedback_request where person_id = @person;
            delete from feedback_quiet where person_id = @person
            """, new { person });
    }

    private async Task Edit(Meeting meeting, PersonId person, Func<FeedbackAnswer, FeedbackAnswer> change)
    {
        await box.Hold();
        if (await box.Find(meeting, person) is { } answer && change(answer) is var changed && changed != answer) await box.Put(changed);
    }
}
