using System.Security.Cryptography;
using MspBot.Data.Postgres;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using Npgsql;

namespace MspBot.Data.Feedback;

/// <summary>
/// Moves answers from the box into the table, in threes; nothing else writes to the table. All rows about one seminar or one tutor are
/// rewritten together, in random order and under new ids, so that nothing shows which came when.
/// </summary>
public sealed class FeedbackMover(FeedbackBox box, DbSession session, AuthorKey key, NpgsqlDataSource source)
{
    private sealed record Row
    {
        public long? SeminarId { get; init; }

        public long? ConsultationId { get; init; }

        public required byte[] Author { get; init; }

        public int Rating { get; init; }

        public int Usefulness { get; init; }

        public string? WillUse { get; init; }

        public string? WasMissing { get; init; }

        public byte[]? Kept { get; init; }

        public string? Applied { get; init; }

        public DateOnly? OpenedOn { get; init; }

        public long? PersonId { get; init; }

        public DateOnly? FiledOn { get; init; }

        public bool AppliedAsked { get; init; }
    }

    private sealed record Tutored(long Id, long? TutorId);

    private const string Columns =
        "seminar_id, consultation_id, author, rating, usefulness, will_use, was_missing, kept, applied, opened_on, person_id, filed_on, " +
        "applied_asked";

    /// <summary>Who could have filed about these meetings, erased people among them: they keep their number.</summary>
    internal const string Candidates = """
        select seminar_id as meeting, person_id as person, 1::bigint as chat from sign_up where seminar_id = any(@seminars)
        union all
        select id, teacher_id, null from consultation where id = any(@consultations) and teacher_id is not null
        union all
        select consultation_id, person_id, null from consultation_member where consultation_id = any(@consultations)
        """;

    /// <summary>Safe to run twice, late, and on two machines.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> Move(DateOnly today)
    {
        if (!await session.Value<bool>(
            "select exists (select from feedback_box where fresh) or exists (select from feedback where filed_on is not null)"))
            return false;
        await box.HoldAlone();
        await SealEarlierRows();
        var waiting = await box.Waiting();
        var shown = await Shown(waiting);
        var tutors = await Tutors(waiting);
        var left = waiting.ToHashSet();
        // A tutor is judged by all their consultations together, a seminar by itself.
        foreach (var subject in waiting.GroupBy(a =>
            (a.Meeting.Kind, Id: a.Meeting.Kind == MeetingKind.Seminar ? a.Meeting.Id : tutors[a.Meeting.Id])))
        {
            var taken = Anonymity.TakenIn([.. subject], a => !shown.Contains(Text(key.Author(a.Person, a.Meeting))), a => a.Person);
            if (taken.Count == 0) continue;
            await Rewrite(subject.Key.Kind, subject.Key.Id, taken, today);
            left.ExceptWith(taken);
        }
        await box.Replace(left);
        return true;
    }

    /// <summary>After the commit: the former rows must not be readable from the files.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        await using var command = source.CreateCommand("vacuum feedback, feedback_box");
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Words under a person's name are deleted with the name; unnamed words stay.</summary>
    internal async Task Forget(PersonId person)
    {
        await box.HoldAlone();
        await SealEarlierRows();
        var waiting = await box.Waiting();
        if (waiting.Any(a => a.Person == person && a.Named))
            await box.Replace(waiting.Select(a => a.Person == person && a.Named
                ? a with { WillUse = null, WasMissing = null, Named = false } : a));
        foreach (var row in (await session.Query<Row>($"select {Columns} from feedback"))
            .Where(r => Kept.Unseal(key, r.Author, r.Kept).Name == person))
        {
            var (kind, id) = row.SeminarId is { } seminar ? (MeetingKind.Seminar, seminar)
                : (MeetingKind.Consultation, await session.Value<long>("select tutor_id from consultation where id = @id",
                    new { id = row.ConsultationId }));
            var rest = (await Take(kind, id)).ConvertAll(r => Text(r.Author) != Text(row.Author) ? r : r with
            {
                WillUse = null,
                WasMissing = null,
                Kept = new Kept(Kept.Unseal(key, r.Author, r.Kept).FiledOn, null).Seal(key, r.Author),
            });
            await Insert(rest);
        }
    }

    private async Task Rewrite(MeetingKind kind, long id, IReadOnlyList<FeedbackAnswer> taken, DateOnly today)
    {
        var rows = (await Take(kind, id)).ToDictionary(r => Text(r.Author));
        foreach (var answer in taken)
        {
            var author = key.Author(answer.Person, answer.Meeting);
            rows[Text(author)] = new()
            {
                SeminarId = answer.Meeting.Seminar(),
                ConsultationId = answer.Meeting.Consultation(),
                Author = author,
                Rating = answer.Marks.Rating,
                Usefulness = answer.Marks.Usefulness,
                WillUse = answer.WillUse,
                WasMissing = answer.WasMissing,
                Kept = new Kept(answer.FiledOn, answer.Named ? answer.Person : null).Seal(key, author),
                Applied = answer.Applied?.ToString(),
                OpenedOn = rows.GetValueOrDefault(Text(author))?.OpenedOn ?? today,
            };
        }
        await Insert([.. rows.Values]);
    }

    /// <summary>Takes all rows of a seminar, or of a tutor, out of the table.</summary>
    private async Task<List<Row>> Take(MeetingKind kind, long id) => [.. await session.Query<Row>($"""
        delete from feedback
        where {(kind == MeetingKind.Seminar
            ? "seminar_id = @id"
            : "consultation_id in (select c.id from consultation c where c.tutor_id = @id)")}
        returning {Columns}
        """, new { id })];

    private async Task Insert(List<Row> list)
    {
        var rows = list.ToArray();
        RandomNumberGenerator.Shuffle(rows.AsSpan());
        T[] Each<T>(Func<Row, T> one) => Array.ConvertAll(rows, r => one(r));
        await session.Execute("""
            insert into feedback (seminar_id, consultation_id, author, rating, usefulness, will_use, was_missing, kept, applied, opened_on)
            select *
            from unnest(@seminars, @consultations, @authors, @ratings, @usefulness, @use, @missing, @kept, @applied, @opened)
            """, new
        {
            seminars = Each(r => r.SeminarId),
            consultations = Each(r => r.ConsultationId),
            authors = Each(r => r.Author),
            ratings = Each(r => r.Rating),
            usefulness = Each(r => r.Usefulness),
            use = Each(r => r.WillUse),
            missing = Each(r => r.WasMissing),
            kept = Each(r => r.Kept),
            applied = Each(r => r.Applied),
            opened = Each(r => r.OpenedOn),
        });
    }

    /// <summary>
    /// Rows written before there was a box: what is in no view goes there, the rest loses its day and its name to the seal.
    /// </summary>
    private async Task SealEarlierRows()
    {
        var rows = await session.Query<Row>($"delete from feedback where filed_on is not null returning {Columns}");
        if (rows.Count == 0) return;
        await session.Execute("insert into feedback_asked select token from unnest(@tokens) as t(token) on conflict do nothing",
            new { tokens = rows.Where(r => r.AppliedAsked).Select(r => key.Asked(r.Author)).ToArray() });
        var people = (await Authors(rows)).ToLookup(p => Text(key.Author(p.Person, p.Meeting)));
        // An answer whose author is no longer found stays as it is and cannot be changed.
        var waits = rows.ToLookup(r => r.OpenedOn is null && people[Text(r.Author)].Any());
        foreach (var row in waits[true])
        {
            var (meeting, person) = people[Text(row.Author)].First();
            await box.PutFirst(new(meeting, person, new(row.Rating, row.Usefulness), row.FiledOn!.Value, row.WillUse, row.WasMissing,
                row.PersonId is not null,
                row.Applied is null ? null : Enum.Parse<Applied>(row.Applied)));
        }
        await Insert([.. waits[false].Select(r =>
            r with { Kept = new Kept(r.FiledOn!.Value, r.PersonId is { } id ? new PersonId(id) : null).Seal(key, r.Author) })]);
    }

    private async Task<IReadOnlyList<(Meeting Meeting, PersonId Person)>> Authors(IReadOnlyList<Row> rows)
    {
        var seminars = rows.Select(r => r.SeminarId).OfType<long>().Distinct().ToArray();
        var consultations = rows.Select(r => r.ConsultationId).OfType<long>().Distinct().ToArray();
        return [.. (await session.Query<CouldFile>(Candidates, new { seminars, consultations }))
            .Select(c => (new Meeting(c.Chat is null ? MeetingKind.Consultation : MeetingKind.Seminar, c.Meeting), c.Person))];
    }

    private async Task<HashSet<string>> Shown(IReadOnlyList<FeedbackAnswer> waiting) => [.. (await session.Query<byte[]>(
        "select author from feedback where author = any(@authors)",
        new { authors = waiting.Select(a => key.Author(a.Person, a.Meeting)).ToArray() })).Select(Text)];

    private async Task<Dictionary<long, long>> Tutors(IReadOnlyList<FeedbackAnswer> waiting) => (await session.Query<Tutored>(
        "select id, tutor_id from consultation where id = any(@ids)",
        new { ids = waiting.Select(a => a.Meeting.Consultation()).OfType<long>().Distinct().ToArray() }))
        .ToDictionary(t => t.Id, t => t.TutorId ?? 0);

    private static string Text(byte[] author) => Convert.ToHexString(author);
}
