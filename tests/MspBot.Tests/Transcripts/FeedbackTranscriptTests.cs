using MspBot.Sandbox;
using MspBot.Tests.Certificates;
using MspBot.Tests.Digests;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>What people think, what they take home, and what the head reads of it all.</summary>
public sealed class FeedbackTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task Feedback_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var all = await world.Teachers(5);
        var id = await world.Seminar(seats: 20, startsIn: TimeSpan.FromMinutes(-105));
        await world.Came(id, came: true, 1, 2, 3, 4, 5);
        foreach (var other in (long[])[3, 4]) await world.Files(FeedbackCast.Seminar(id), other, $"4{other}", other == 3 ? "Карточки"
            : null);
        await head.Types("/menu");
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Act(world.RunJobs);
        var (anna, boris) = (all[0], all[1]);
        await reader.Taps(anna, "5");
        await reader.Taps(anna, "4");
        await reader.Taps(anna, "Добавить слова");
        await reader.Types(anna, "Карточки для парной работы");
        await reader.Types(anna, "Примеров для начальной школы");
        await reader.Taps(anna, "Показать имя руководителю");
        await reader.Taps(anna, "Изменить оценку");
        await reader.Taps(anna, "Оставить как есть");
        await reader.Taps(anna, "Что ещё ждёт отзыва");
        await reader.Taps(boris, "Не сейчас");
        await reader.Types(boris, "/feedback");
        await reader.Taps(boris, "Читательская");
        await reader.Taps(boris, "Не спрашивать");
        await world.BringIn();
        // The fourth: she waits for two others.
        await world.Files(FeedbackCast.Seminar(id), 5, "45");
        await reader.Types(head, $"/start e_{id}");
        await reader.Taps(head, "Отзывы");
        await reader.Taps(head, "Слова (3)");
        await reader.Taps(head, "К оценкам");
        await reader.Taps(head, "Мы сделали");
        await reader.Types(head, "добавили примеры для начальной школы");
        await reader.Taps(head, "Отправить");
        await reader.Types(head, "/feedback");
        await reader.Taps(head, "Все отзывы");
        await reader.Taps(head, "Отзывы о консультациях");
        await reader.Act(() => world.PassInSteps(TimeSpan.FromDays(14.5), TimeSpan.FromDays(0.5)));
        await reader.Taps(anna, "частично");
        Approved.Check("journey-feedback", reader.Text);
    }

    [Fact]
    public async Task A_certificate_its_check_and_its_withdrawal_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var anna = await SeminarCast.Teacher(world, 7);
        await world.Came(await world.Seminar(startsIn: TimeSpan.FromDays(-5)), 7);
        await world.Sql<int>(
            $"create function fixed_code() returns trigger language plpgsql as $$begin new.code := '{CertificateSamples.Code}'; return " +
            $"new; end$$; create trigger fixed before insert on certificate for each row execute function fixed_code()");
        var reader = new Reader(world);
        await reader.Types(anna, "/my");
        await reader.Taps(anna, "Сертификаты: 1");
        await reader.Taps(anna, "Читательская");
        var stranger = world.Visitor(8, "Ольга");
        await reader.Types(stranger, $"/start c_{CertificateSamples.Code}");
        await reader.Types(head, "/my");
        await reader.Taps(head, "Сертификаты");
        await reader.Taps(head, "Найти сертификат");
        await reader.Types(head, "2026");
        await reader.Types(head, "2026-1");
        await reader.Taps(head, "Отозвать сертификат");
        await reader.Types(head, "Отметка поставлена по ошибке");
        await reader.Taps(head, "Отозвать сертификат");
        await reader.Types(stranger, $"/start c_{CertificateSamples.Code}");
        await reader.Taps(anna, "Читательская");
        await reader.Taps(head, "Вернуть сертификат");
        await reader.Types(stranger, "/start c_AAAAAAAAAAAAAAAAAAAAAA");
        Approved.Check("journey-certificate", reader.Text);
    }

    [Fact]
    public async Task Digests_read_as_approved()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        var seminar = await world.Held(World.Morning.AddHours(3), signedUp: 8, came: 7);
        await world.Held(World.Morning.AddHours(30), signedUp: 5, came: 2, title: "Лабораторный практикум по механике");
        await world.LongAgo();
        await world.Sql<int>($"""
            insert into seminar (kind, title, starts_at, ends_at, seats, state, calendar_uid, created_by, created_at, published_at)
            values ('Workshop', 'Смысловое чтение на математике', '{World.Morning.AddDays(8):O}',
                '{World.Morning.AddDays(8).AddHours(1):O}', 20, 'Published', 'u', 1, {world.Now}, {world.Now});
            insert into consultation (kind, teacher_id, topic, state, created_at, asked_at)
            select 'Individual', id, 'Как оценивать чтение', 'Requested', '{World.Morning.AddDays(1):O}', '{World.Morning.AddDays(1):O}'
                from person where chat_id = 1001;
            insert into feedback (seminar_id, author, rating, usefulness, filed_on, opened_on)
            select {seminar}, decode(lpad(n::text, 64, '0'), 'hex'), 4 + n % 2, 5, '2026-11-25', '2026-11-25' from generate_series(1, 5) n
            """);
        await PersonalLinks(world);
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Types(head, "/digest");
        await reader.Act(() => world.Pass(TimeSpan.FromHours((6 * 24) - 2)));
        await world.Sql<int>($"update sign_up set came = true where seminar_id = {seminar}");
        await reader.Taps(head, "Прежние сводки");
        await reader.Taps(head, "Неделя 23–29 ноября 2026");
        await reader.Taps(head, "Напомнить школам");
        await reader.Types(head, "/digest");
        await reader.Taps(head, "Школы не участвуют");
        await reader.Taps(head, "МОУ «Громовская СОШ»");
        await UsesALink(world);
        await reader.Act(() => world.Pass(TimeSpan.FromDays(7)));
        Approved.Check("journey-digest", reader.Text);
    }

    /// <summary>Four for the school of somebody who uses one at once; another is used by <see cref="UsesALink"/>.</summary>
    private static Task<int> PersonalLinks(World world) => world.Sql<int>($"""
        insert into roster_list (school_id, links, made_at)
        select school_id, 4, '{World.Morning.AddHours(-1):O}' from person where chat_id = 1001;
        insert into action_log (at, action, subject, subject_id) select made_at, 'RosterLinksMade', 'School', school_id from roster_list;
        insert into roster_link (hash, school_id, list_id, nr, sealed, made_by, made_at, expires_at, used_by, used_at)
        select decode(lpad(nr::text, 64, '0'), 'hex'), l.school_id, l.id, nr, case when nr > 1 then '\x00'::bytea end, 1, l.made_at,
            l.made_at + interval '30 days', case when nr = 1 then p.id end, case when nr = 1 then l.made_at end
        from roster_list l
        join person p on p.chat_id = 1001
        cross join generate_series(1, 4) nr
        """);

    private static Task<int> UsesALink(World world) => world.Sql<int>($"""
        update roster_link set used_at = {world.Now}, sealed = null, used_by = (select id from person where chat_id = 1002) where nr = 2
        """);
}
