using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using Npgsql;
using NpgsqlTypes;

namespace MspBot.Sandbox.Demo;

/// <summary>
/// The plan of the demo's year, half agreed: an item came back with a remark, one is overdue, one was changed after agreement, some are
/// tied to meetings, some wait for the methodologist.
/// </summary>
internal static class DemoPlan
{
    /// <summary>In the given transaction, once: does nothing where a plan exists. People and seminars must be there.</summary>
    internal static async Task Add(NpgsqlConnection connection, SiteZone zone, DateTimeOffset now)
    {
        await using (var asked = new NpgsqlCommand("select exists (select from plan)", connection))
        {
            if (await asked.ExecuteScalarAsync() is true) return;
        }

        var today = zone.DayOf(now);
        var items = Items(SchoolYear.Of(today), today);
        // The second sending is younger than three working days: nobody is late.
        var (sent, sentAgain) = (now - TimeSpan.FromDays(45), now - TimeSpan.FromDays(1));
        await Run(connection, """
            insert into plan (year, last_number, created_by, created_at, sent_at)
            select $1, $2, id, $3, $4 from person where chat_id = $5
            """, SchoolYear.Of(today).First, items.Count, sent.AddDays(-3).UtcDateTime, sentAgain.UtcDateTime, Townspeople.Head);
        for (var n = 0; n < items.Count; n++) await Add(connection, n + 1, items[n], sent, sentAgain, today);
    }

    private static async Task Add(
        NpgsqlConnection connection, int number, DemoItem item, DateTimeOffset sent, DateTimeOffset sentAgain, DateOnly today)
    {
        var agreed = item.State == ItemState.Agreed || item.Later is not null;
        var at = agreed || item.State == ItemState.Returned ? sent : sentAgain;
        await Run(connection, """
            insert into plan_item (plan_id, number, state, version, agreed_version, done_on, done_by, done_words)
            select p.id, $1, $2, $3, $4::int, $5::date, case when $5 is not null then p.created_by end, $6::text from plan p
            """, number, item.State.ToString(), item.Later is null ? 1 : 2, agreed ? 1 : null,
            item.Done is null ? null : today.AddDays(-4), item.Done);
        var wasSent = item.State != ItemState.Draft || agreed;
        await Version(connection, number, 1, item, item.Term, null, at.AddDays(-1), wasSent ? at : null);
        if (item.Later is { } later) await Version(connection, number, 2, item, later, item.Words, sentAgain, null);
        if (agreed || item.State == ItemState.Returned)
            await Run(connection, """
                insert into plan_decision (item_id, version, agreed, remark, by_person, at, told_at)
                select i.id, 1, $2, $3::text, m.id, $4, $4 from plan_item i, person m where i.number = $1 and m.chat_id = $5
                """, number, agreed, agreed ? null : item.Words, at.AddDays(2).UtcDateTime, Townspeople.Methodologist);
        if (item.Meeting is { } meeting)
            await Run(connection, $"""
                update seminar set plan_item_id = (select id from plan_item where number = $1)
                where id = (
                    select s.id from seminar s
                    where s.state = 'Published' and s.plan_item_id is null and {(meeting == DemoMeeting.Past ? "s.ends_at <= $2"
                        : "s.starts_at > $2")}
                    order by s.kind <> $3, abs(extract(epoch from s.starts_at - $2)), s.id
                    limit 1)
                """, number, sentAgain.AddDays(1).UtcDateTime, item.Form.ToString());
    }

    private static Task Version(
        NpgsqlConnection connection, int number, int version, DemoItem item, Term term, string? reason, DateTimeOffset at,
        DateTimeOffset? sentAt) => Run(connection, """
        insert into plan_item_version (item_id, version, form, title, first_day, last_day, responsible, result, audience, reason,
            by_person, at, sent_at)
        select i.id, $2, $3, $4, $5, $6, $7, $8, $9::text, $10::text, p.created_by, $11, $12::timestamptz
        from plan_item i join plan p on p.id = i.plan_id
        where i.number = $1
        """, number, version, item.Form.ToString(), item.Title, term.First, term.Last, item.Responsible, item.Result, item.Audience, reason,
        at.UtcDateTime, sentAt?.UtcDateTime);

    private enum DemoMeeting
    {
        Past,
        Coming,
    }

    /// <param name="Words">The remark with which it came back; the reason of the change.</param>
    private sealed record DemoItem(WorkForm Form, string Title, Term Term, ItemState State, string Result, string? Words = null)
    {
        public string Responsible { get; init; } = "Тьюторы площадки";
        public string? Audience { get; init; }

        /// <summary>The term of the version that is being written.</summary>
        public Term? Later { get; init; }
        public DemoMeeting? Meeting { get; init; }

        /// <summary>Marked by hand: what was done.</summary>
        public string? Done { get; init; }
    }

    private static IReadOnlyList<DemoItem> Items(SchoolYear year, DateOnly today)
    {
        var (before, month, next, spring) = (Month(year, today, -1), Month(year, today, 0), Month(year, today, 1), Month(year, today, 3));
        return
        [
            new(WorkForm.RoundTable, "Читательская грамотность: что работает в 5–6 классах", month, ItemState.Agreed, "Подборка приёмов")
                { Meeting = DemoMeeting.Past, Audience = "учителя русского языка и литературы" },
            new(WorkForm.SubjectUnion, "Объединение учителей математики: разбор ВПР", before, ItemState.Agreed, "Карта трудностей"),
            new(WorkForm.DesignSeminar, "Проектируем урок вместе: смысловое чтение", month, ItemState.Agreed, "Планы уроков")
                { Meeting = DemoMeeting.Coming },
            new(WorkForm.Workshop, "Цифровая лаборатория на уроках биологии и химии", next, ItemState.Draft, "Две работы для 8 класса",
                "Датчики привезут позже") { Later = spring },
            new(WorkForm.SchoolMonitoring, "Мониторинг результатов ВПР", month, ItemState.Agreed, "Справка")
                { Done = "Справка по семи школам собрана и отправлена" },
            new(WorkForm.CreativeLab, "Игры для уроков словесности", spring, ItemState.Returned, "Сборник игр",
                "Уточните, для каких классов, и кто отвечает"),
            new(WorkForm.Tutoring, "Сопровождение учителей школ с низкими результатами", spring, ItemState.Submitted, "Записи в журнале"),
            new(WorkForm.GroupConsultation, "Как готовить слабый класс к ОГЭ", spring, ItemState.Submitted, "План повторения")
                { Audience = "учителя математики 8–9 классов" },
            new(WorkForm.Negotiation, "Школа и родители трудного класса", next, ItemState.Submitted, "Памятка"),
            new(WorkForm.Materials, "Методические рекомендации по оценке чтения", spring, ItemState.Draft, "Рекомендации"),
        ];
    }

    /// <summary>A month so many after this one, or the nearest of the school year.</summary>
    private static Term Month(SchoolYear year, DateOnly today, int after)
    {
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(after);
        var last = new DateOnly(year.LastDay.Year, year.LastDay.Month, 1);
        if (first < year.FirstDay) first = year.FirstDay;
        if (first > last) first = last;
        return new(first, first.AddMonths(1).AddDays(-1));
    }

    private static async Task Run(NpgsqlConnection connection, string sql, params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value switch
            {
                // A null says nothing of its type.
                null => new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown },
                _ => new() { Value = value },
            });
        }

        await command.ExecuteNonQueryAsync();
    }
}
