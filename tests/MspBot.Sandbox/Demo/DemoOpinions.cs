using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using Npgsql;

namespace MspBot.Sandbox.Demo;

/// <summary>
/// What was said of the demo's past meetings. Filed under the demo's own key, as if people had pressed: their certificates are theirs.
/// </summary>
internal static class DemoOpinions
{
    /// <summary>What is older was asked «Применили?» about.</summary>
    private const int AppliedAfter = 13;

    private static readonly string[] WillUse =
    [
        "Карточки для работы в парах", "Разминку на пять минут в начале урока", "Таблицу «знаю — хочу узнать — узнал»",
        "Короткие тексты с двумя вопросами",
        "Взаимопроверку по образцу", "Лист ошибок класса",
    ];

    private static readonly string[] WasMissing =
        ["Примеров для начальной школы", "Времени на вопросы", "Готовых раздаточных материалов", "Видео с настоящего урока"];

    internal static async Task Add(NpgsqlConnection connection, AuthorKey authors, DateOnly today)
    {
        List<Opinion> said = [];
        await using (var command = new NpgsqlCommand("""
            select c.kind, c.meeting, c.person_id, r.asked_on
            from came_to c
            join feedback_request r on r.person_id = c.person_id and r.kind = c.kind and r.meeting = c.meeting
            order by c.meeting, c.person_id
            """, connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                var meeting = new Meeting(Enum.Parse<MeetingKind>(reader.GetString(0)), reader.GetInt64(1));
                said.Add(new(meeting, reader.GetInt64(2), await reader.GetFieldValueAsync<DateOnly>(3)));
            }
        }

        // Every fifth has not found the time: /feedback has something to show.
        await File(connection, [.. said.Where((_, n) => n % 5 != 4)], authors, today);
        await Answer(connection, today);
    }

    private static async Task File(NpgsqlConnection connection, IReadOnlyList<Opinion> said, AuthorKey authors, DateOnly today)
    {
        T[] Each<T>(Func<Opinion, int, T> one) => [.. said.Select(one)];
        await using var command = new NpgsqlCommand("""
            insert into feedback (seminar_id, consultation_id, author, person_id, rating, usefulness, will_use, was_missing, filed_on,
                applied_asked, applied, opened_on)
            select s.*, s.filed_on
            from unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bigint[], $5::int[], $6::int[], $7::text[], $8::text[], $9::date[],
                $10::bool[], $11::text[])
                as s(seminar_id, consultation_id, author, person_id, rating, usefulness, will_use, was_missing, filed_on, applied_asked,
                    applied)
            """, connection);
        foreach (var value in (object[])
        [
            Each((o, _) => o.Meeting.Kind is MeetingKind.Seminar ? o.Meeting.Id : (long?)null),
            Each((o, _) => o.Meeting.Kind is MeetingKind.Consultation ? o.Meeting.Id : (long?)null),
            Each((o, _) => authors.Author(new PersonId(o.Person), o.Meeting)), Each((o, n) => n % 7 == 2 ? o.Person : (long?)null),
            Each((_, n) => n % 11 == 5 ? 3 : n % 3 == 0 ? 4 : 5), Each((_, n) => n % 13 == 6 ? 3 : n % 2 == 0 ? 4 : 5),
            Each((_, n) => n % 3 == 0 ? null : WillUse[n % WillUse.Length]),
            Each((_, n) => n % 4 == 1 ? WasMissing[n / 4 % WasMissing.Length] : null),
            Each((o, _) => o.Day), Each((o, _) => Old(o, today)),
            Each((o, n) => !Old(o, today) || n % 4 == 3 ? null : n % 4 == 0 ? "Partly" : n % 8 == 6 ? "NotYet" : "Yes"),
        ]) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The head has answered those of a meeting of the month before.</summary>
    private static async Task Answer(NpgsqlConnection connection, DateOnly today)
    {
        await using var command = new NpgsqlCommand("""
            insert into feedback_reply (seminar_id, text, by_person, at)
            select s.id, 'Сделали подборку примеров для начальной школы, она в материалах встречи.', h.id, s.ends_at + interval '7 days'
            from seminar s, person h
            where h.chat_id = $1 and s.ends_at < $2::date - 20
                and exists (select from feedback f where f.seminar_id = s.id and f.was_missing is not null)
            order by s.ends_at desc
            limit 1
            """, connection) { Parameters = { new() { Value = Townspeople.Head }, new() { Value = today } } };
        await command.ExecuteNonQueryAsync();
    }

    private static bool Old(Opinion opinion, DateOnly today) => opinion.Day < today.AddDays(-AppliedAfter);

    private sealed record Opinion(Meeting Meeting, long Person, DateOnly Day);
}
