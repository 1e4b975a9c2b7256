using MspBot.Data.Postgres;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;

namespace MspBot.Data.Feedback;

/// <summary>Writes what people say. Each statement is its own guard: what was filed is not filed again, what is too old is not changed.</summary>
public sealed class FeedbackStore(DbSession session)
{
    /// <summary>The first filing stays.</summary>
    /// <returns>Whether this is it.</returns>
    public async Task<bool> File(Meeting meeting, byte[] author, Marks marks, DateOnly today) => await session.Execute("""
        insert into feedback (seminar_id, consultation_id, author, rating, usefulness, filed_on)
        values (@seminar, @consultation, @author, @Rating, @Usefulness, @today)
        on conflict do nothing
        """, new { seminar = meeting.Seminar(), consultation = meeting.Consultation(), author, marks.Rating, marks.Usefulness, today }) > 0;

    /// <param name="since">What was filed before this day stays as it is.</param>
    /// <param name="meeting">What it is about.</param>
    /// <param name="author">Whose.</param>
    /// <param name="marks">The new ones.</param>
    public Task Change(Meeting meeting, byte[] author, Marks marks, DateOnly since) => session.Execute("""
        update feedback
        set rating = @Rating, usefulness = @Usefulness
        where (seminar_id = @seminar or consultation_id = @consultation) and author = @author and filed_on >= @since
        """, new { seminar = meeting.Seminar(), consultation = meeting.Consultation(), author, marks.Rating, marks.Usefulness, since });

    /// <param name="name">Whoever wants to be named; null: nobody.</param>
    /// <param name="since">What was filed before this day stays as it is.</param>
    /// <param name="meeting">What it is about.</param>
    /// <param name="author">Whose.</param>
    /// <param name="willUse">What they take with them.</param>
    /// <param name="wasMissing">What they missed.</param>
    public Task Write(Meeting meeting, byte[] author, string? willUse, string? wasMissing, PersonId? name, DateOnly since) => session.Execute("""
        update feedback
        set will_use = @willUse, was_missing = @wasMissing, person_id = @name
        where (seminar_id = @seminar or consultation_id = @consultation) and author = @author and filed_on >= @since
        """, new { seminar = meeting.Seminar(), consultation = meeting.Consultation(), author, willUse, wasMissing, name, since });

    /// <summary>The first answer stays; none is taken that was not asked for.</summary>
    public Task Apply(Meeting meeting, byte[] author, Applied applied) => session.Execute("""
        update feedback
        set applied = @applied
        where (seminar_id = @seminar or consultation_id = @consultation) and author = @author and applied_asked and applied is null
        """, new { seminar = meeting.Seminar(), consultation = meeting.Consultation(), author, applied = applied.ToString() });

    /// <summary>
    /// Somebody is erased: words under their name go with the name, and what they wanted to be asked. Words that nobody's name
    /// stood under stay: to take them away now would tell whose they were.
    /// </summary>
    public Task Forget(PersonId person) => session.Execute("""
        update feedback set will_use = null, was_missing = null, person_id = null where person_id = @person;
        delete from feedback_request where person_id = @person;
        delete from feedback_quiet where person_id = @person
        """, new { person });
}
