using System.Security.Cryptography;
using System.Text;
using MspBot.Domain.Consultations;
using MspBot.Domain.People.Rosters;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using Npgsql;
using NpgsqlTypes;

namespace MspBot.Sandbox.Past;

/// <summary>Copies a past into an empty database, in seconds.</summary>
internal sealed partial class PastWriter(NpgsqlConnection connection, DistrictPast past)
{
    internal static async Task Write(string connectionString, DistrictPast past)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await new PastWriter(connection, past).Write();
    }

    private async Task Write()
    {
        // Counted here once rather than with every row; and what clashed in the past binds nobody.
        await Run("alter table sign_up disable trigger user; alter table seminar disable trigger user");
        await People();
        await Plans();
        await Seminars();
        await Consultations();
        await Said();
        await Links();
        await Surveys();
        await Library();
        await Run("alter table sign_up enable trigger user; alter table seminar enable trigger user");
        foreach (var table in (string[])["school", "person", "seminar", "sign_up", "nomination", "consultation", "plan", "plan_item",
            "roster_list", "indicator", "indicator_version", "survey", "recommendation", "conclusion", "topic", "material",
            "seminar_material", "broadcast"])
            await Run($"select setval(pg_get_serial_sequence('{table}', 'id'), (select max(id) from {table}))");
        await Run("vacuum analyze");
    }

    private async Task People()
    {
        await Copy("school (id, name, kind, confirmed_at, created_at)", past.Schools, (row, s) => row
            .Add(s.Id).Add(s.Name).Add(s.Kind.ToString()).Add(s.Confirmed ? past.Opened : null).Add((DateTimeOffset?)past.Opened));
        await Copy("person (id, chat_id, full_name, school_id, position, reachable, consented_at, created_at, erased_at)", past.People,
            (row, p) => row
            .Add(p.Id).Add(p.Chat).Add(p.ErasedAt is null ? p.Name : null).Add(p.School).Add(p.ErasedAt is null ? "Учитель" : null)
            .Add(p.Reachable)
            .Add(p.ErasedAt is null ? past.Opened : null).Add((DateTimeOffset?)past.Opened).Add(p.ErasedAt));
        await Copy("person_role (person_id, role, granted_at)", past.People.Where(p => p.ErasedAt is null), (row, p) => row
            .Add(p.Id).Add(p.Role.ToString()).Add((DateTimeOffset?)past.Opened));
    }

    /// <summary>
    /// Items and their versions name each other, so they come in one transaction. The head writes, the methodologist decides.
    /// </summary>
    private async Task Plans()
    {
        var plans = past.Plans;
        await Run("begin");
        await Copy("plan (id, year, last_number, created_by, created_at, sent_at)", plans.Plans, (row, p) => row
            .Add(p.Id).Add((int?)p.Year.First).Add((int?)p.Items).Add(1L).Add((DateTimeOffset?)p.SentAt).Add((DateTimeOffset?)p.SentAt));
        await Copy("plan_item (id, plan_id, number, state, version, agreed_version, done_on, done_by)", plans.Items, (row, i) => row
            .Add(i.Id).Add(i.Plan).Add((int?)i.Number).Add(i.State.ToString()).Add((int?)i.Version).Add(i.Agreed).Add(i.DoneOn)
            .Add(i.DoneOn is null ? null : 1L));
        await Copy(
            "plan_item_version (item_id, version, form, title, first_day, last_day, responsible, result, excluded, reason, by_person, " +
            "at, sent_at)", plans.Versions, (row, v) => row
            .Add(v.Item).Add((int?)v.Version).Add(v.Form.ToString()).Add(v.Title).Add(v.Term.First).Add(v.Term.Last).Add("Тьюторы")
            .Add("Рекомендации").Add((bool?)v.Excluding).Add(v.Reason).Add(1L).Add((DateTimeOffset?)v.At).Add(v.SentAt));
        await Copy("plan_decision (item_id, version, agreed, remark, by_person, at, told_at)", plans.Decisions, (row, d) => row
            .Add(d.Item).Add((int?)d.Version).Add((bool?)(d.Remark is null)).Add(d.Remark).Add(2L).Add((DateTimeOffset?)d.At)
            .Add((DateTimeOffset?)d.At));
        await Run("commit");
    }

    private async Task Seminars()
    {
        var places = past.SignUps.ToLookup(s => (s.Seminar, s.State));
        await Copy(
            "seminar (id, kind, title, starts_at, ends_at, seats, seated, waiting, leader_id, state, calendar_uid, created_by, " +
            "created_at, published_at, cancelled_at, plan_item_id)", past.Seminars, (row, s) => row
            .Add(s.Id).Add(s.Kind.ToString()).Add(s.Title).Add((DateTimeOffset?)s.StartsAt).Add((DateTimeOffset?)s.EndsAt).Add(s.Seats)
            .Add((int?)places[(s.Id, SignUpState.Confirmed)].Count()).Add((int?)places[(s.Id, SignUpState.Waitlisted)].Count())
            .Add(s.Leader).Add(s.State.ToString()).Add($"past-{s.Id}").Add(1L).Add((DateTimeOffset?)s.CreatedAt)
            .Add(s.State == SeminarState.Draft ? null : s.CreatedAt)
            .Add(s.State == SeminarState.Cancelled ? s.StartsAt.AddDays(-1) : null).Add(s.Item));
        // The head asks for every school.
        await Copy(
            "nomination (id, seminar_id, person_id, school_id, by_person, state, asked_at, answer_by, for_start, remind_at, ended_at, " +
            "replaced_by)", past.Nominations, (row, n) => row
            .Add(n.Id).Add(n.Seminar).Add(n.Person).Add(n.School).Add(1L).Add(n.State.ToString()).Add((DateTimeOffset?)n.AskedAt)
            .Add((DateTimeOffset?)n.Start).Add((DateTimeOffset?)n.Start).Add((DateTimeOffset?)n.Start).Add(n.EndedAt).Add(n.ReplacedBy));
        await Copy(
            "sign_up (id, seminar_id, person_id, state, created_at, confirmed_at, cancelled_at, came, school_id, nomination_id)",
            past.SignUps, (row, s) => row
            .Add(s.Id).Add(s.Seminar).Add(s.Person).Add(s.State.ToString()).Add((DateTimeOffset?)s.CreatedAt)
            .Add(s.State == SignUpState.Waitlisted ? null : s.CreatedAt).Add(s.CancelledAt).Add(s.Came)
            .Add(s.School).Add(s.Nomination));
    }

    private async Task Consultations()
    {
        // Groups first: their requests point at them.
        await Copy(
            "consultation (id, kind, teacher_id, tutor_id, group_id, topic, state, starts_at, ends_at, created_at, asked_at, " +
            "answered_at, seats, least, school_id)",
            past.Consultations.OrderByDescending(c => c.Kind).ThenBy(c => c.Id), (row, c) => row
            .Add(c.Id).Add(c.Kind.ToString()).Add(c.Teacher).Add(c.Tutor).Add(c.Group).Add("Как работать с текстом").Add(c.State.ToString())
            .Add(c.StartsAt).Add(c.StartsAt + PastConsultation.Length).Add((DateTimeOffset?)c.CreatedAt).Add((DateTimeOffset?)c.CreatedAt)
            .Add(c.AnsweredAt)
            .Add(c.Kind == ConsultationKind.Group ? 20 : null).Add(c.Kind == ConsultationKind.Group ? 3 : null).Add(c.School));
        await Copy("consultation_member (consultation_id, person_id, state, at, school_id)", past.Members, (row, m) => row
            .Add(m.Consultation).Add(m.Person).Add(m.Agreed ? "Agreed" : "Declined").Add((DateTimeOffset?)m.At)
            .Add(m.School));
        await Copy("journal_entry (tutor_id, consultation_id, day, school_id, teacher_id, pupils, topic, form, minutes, held, created_at)",
            past.Journal, (row, e) => row
            .Add(e.Tutor).Add(e.Consultation).Add(e.Day).Add(e.School).Add(e.Teacher).Add(e.Pupils).Add("Разбор урока")
            .Add(e.Pupils is null ? "Individual" : "Pupils")
            .Add(e.Minutes).Add(e.Held).Add((DateTimeOffset?)e.CreatedAt));
    }

    private Task Said() =>
        Copy("feedback (id, seminar_id, consultation_id, author, rating, usefulness, filed_on, opened_on, applied)", past.Feedback,
        (row, f) => row
        .Add(f.Id).Add(f.Seminar).Add(f.Consultation).Add(f.Author).Add((int?)f.Rating).Add((int?)f.Usefulness).Add(f.FiledOn)
        .Add(f.FiledOn).Add(f.Applied?.ToString()));

    /// <summary>The head makes them for every school; those that the nightly job has deleted are left out.</summary>
    private async Task Links()
    {
        await Copy("roster_list (id, school_id, links, made_at)", past.Links.GroupBy(l => l.List), (row, list) => row
            .Add(list.Key).Add(list.First().School).Add((int?)list.Count()).Add((DateTimeOffset?)list.First().MadeAt));
        await Copy(
            "roster_link (hash, school_id, list_id, nr, sealed, made_by, made_at, expires_at, used_by, used_at, void_at)",
            past.Links.Where(l => !l.IsDropped(past.Until)), (row, l) => row
            .Add(SHA256.HashData(Encoding.UTF8.GetBytes($"{l.List}/{l.Number}"))).Add(l.School).Add(l.List).Add((int?)l.Number)
            .Add(l.UsedAt is null && l.VoidAt is null ? [0] : null).Add(1L).Add((DateTimeOffset?)l.MadeAt)
            .Add((DateTimeOffset?)l.MadeAt + RosterLink.Lasts).Add(l.UsedBy).Add(l.UsedAt).Add(l.VoidAt));
    }

    private async Task Copy<T>(string into, IEnumerable<T> rows, Action<Row, T> write)
    {
        await using var import = await connection.BeginBinaryImportAsync($"copy {into} from stdin (format binary)");
        var row = new Row(import);
        foreach (var one in rows)
        {
            await import.StartRowAsync();
            write(row, one);
        }
        await import.CompleteAsync();
    }

    private async Task Run(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A row being written: each value with the type that its column has.</summary>
    private sealed class Row(NpgsqlBinaryImporter import)
    {
        internal Row Add(long? value) => Put(value, NpgsqlDbType.Bigint);

        internal Row Add(int? value) => Put(value, NpgsqlDbType.Integer);

        internal Row Add(bool? value) => Put(value, NpgsqlDbType.Boolean);

        internal Row Add(DateTimeOffset? value) => Put(value?.UtcDateTime, NpgsqlDbType.TimestampTz);

        internal Row Add(DateOnly? value) => Put(value, NpgsqlDbType.Date);

        internal Row Add(decimal? value) => Put(value, NpgsqlDbType.Numeric);

        internal Row Add(Guid value) => Put<Guid>(value, NpgsqlDbType.Uuid);

        internal Row Add(string? value)
        {
            if (value is null) import.WriteNull();
            else import.Write(value, NpgsqlDbType.Text);
            return this;
        }

        internal Row AddJson(string value)
        {
            import.Write(value, NpgsqlDbType.Jsonb);
            return this;
        }

        internal Row Add(byte[]? value)
        {
            if (value is null) import.WriteNull();
            else import.Write(value, NpgsqlDbType.Bytea);
            return this;
        }

        private Row Put<T>(T? value, NpgsqlDbType type) where T : struct
        {
            if (value is { } known) import.Write(known, type);
            else import.WriteNull();
            return this;
        }
    }
}
