using MspBot.Data.Postgres;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Journal;

/// <summary>The result of a change; <paramref name="Chat"/>: the teacher's, where they can be reached.</summary>
public sealed record JournalResult(JournalEntry? Entry, JournalRefusal? Refusal, ChatId? Chat);

/// <summary>Writes tutors' journals. What changes a line is decided under its lock.</summary>
public sealed class JournalStore(DbSession session)
{
    /// <summary>Adds what happened without the bot.</summary>
    public async Task<JournalResult> Add(JournalDraft draft, PersonId tutor, DateTimeOffset now)
    {
        var id = await session.Value<long>("""
            insert into journal_entry (tutor_id, day, school_id, teacher_id, pupils, topic, form, minutes, recommendation, result, held,
                created_at)
            select @tutor, @Day,
                   (select s.id from school s where s.id = coalesce(@School, (select p.school_id from person p where p.id = @Teacher))
                       and s.confirmed_at is not null),
                   (select p.id from person p where p.id = @Teacher and p.erased_at is null),
                   @Pupils, @Topic, @form, @Minutes, @Recommendation, @Result, true, @now
            returning id
            """, new
        {
            tutor,
            draft.Day,
            draft.School,
            draft.Teacher,
            draft.Pupils,
            draft.Topic,
            form = draft.Form.ToString(),
            draft.Minutes,
            draft.Recommendation,
            draft.Result,
            now
        });
        return await Read(new(id), tutor);
    }

    /// <summary>Sets one field. Null takes away what can be absent.</summary>
    public async Task<JournalResult> Change(JournalId id, PersonId tutor, JournalField field, object? value, DateTimeOffset now)
    {
        if (await Lock(id, tutor) is not { } entry) return new(null, JournalRefusal.NoSuchEntry, null);
        if (JournalCorrection.Check(entry.Facts, field, now) is { } refusal) return new(entry, refusal, null);

        await session.Execute($"update journal_entry set {Column(field)} = @value, version = version + 1 where id = @id",
            new { id, value = value is JournalForm form ? form.ToString() : value });
        return await Read(id, tutor);
    }

    public async Task<JournalResult> Remove(JournalId id, PersonId tutor, DateTimeOffset now)
    {
        if (await Lock(id, tutor) is not { } entry) return new(null, JournalRefusal.NoSuchEntry, null);
        if (JournalCorrection.CheckRemoval(entry.Facts, now) is { } refusal) return new(entry, refusal, null);

        await session.Execute("delete from journal_entry where id = @id", new { id });
        return new(entry, null, null);
    }

    /// <summary>
    /// Takes the words about a teacher who is about to be erased, and the words of a tutor who is, out of the journals. The lines stay,
    /// so that what was done is still counted.
    /// </summary>
    public Task Forget(PersonId person) => session.Execute("""
        update journal_entry
        set topic = case when teacher_id = @person then null else topic end,
            recommendation = null, private_note = null, result = null, version = version + 1
        where teacher_id = @person or tutor_id = @person
        """, new { person });

    private Task<JournalEntry?> Lock(JournalId id, PersonId tutor) =>
        session.Find<JournalEntry>($"{JournalReader.Entry} where j.id = @id and j.tutor_id = @tutor for no key update of j",
            new { id, tutor });

    private async Task<JournalResult> Read(JournalId id, PersonId tutor)
    {
        var entry = await session.Find<JournalEntry>($"{JournalReader.Entry} where j.id = @id and j.tutor_id = @tutor", new { id, tutor });
        var chat = await session.Find<ChatId?>("select chat_id from person where id = @TeacherId and reachable and chat_id is not null",
            new { entry!.TeacherId });
        return new(entry, null, chat);
    }

    private static string Column(JournalField field) => field switch
    {
        JournalField.Day => "day",
        JournalField.Form => "form",
        JournalField.Topic => "topic",
        JournalField.Minutes => "minutes",
        JournalField.Pupils => "pupils",
        JournalField.Recommendation => "recommendation",
        JournalField.Result => "result",
        JournalField.Note => "private_note",
    };
}
