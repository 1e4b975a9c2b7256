using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Hours;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Profile;

/// <summary>«Что хранится» says all that is stored, and an erasure offers first what would be lost.</summary>
public sealed class StoredStories(TestCluster cluster)
{
    [Fact]
    public async Task Everything_that_is_stored_is_named_for_a_teacher_and_for_a_tutor()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var tutor = await world.TutorWithHours(5);
        var anna = (await SeminarCast.Teacher(world, 6)).StartedEarlier();
        await world.Confirmed(5, 6, World.Morning.AddDays(1));
        await world.Came(await SeminarCast.Seminar(world, startsIn: TimeSpan.FromDays(-1)), true, 6);
        await world.Sql<int>($"""
            insert into journal_entry (tutor_id, teacher_id, day, form, minutes, held, created_at)
            select u.id, t.id, '2026-11-20', 'Individual', 45, true, {world.Now} from person u, person t where u.chat_id = 5
                and t.chat_id = 6;
            insert into certificate (year, in_year, code, kind, person_id, seminar_id, name, issued_at, printed_at)
            select 2026, 1, 'AAAAAAAAAAAAAAAAAAAAAA', 'Attended', p.id, s.id, p.full_name, {world.Now}, {world.Now} from person p, seminar s
                where p.chat_id = 6
            """);

        await anna.Types("/profile");
        await anna.Taps("Что хранится");
        var hers = await anna.Sees("Что о вас хранится");
        foreach (var part in (string[])["идентификатор в Telegram (не телефон): 6", "Записи на мероприятия и отметки, где вы были: 1",
            "Ваши консультации с темами: 1",
            "Записи тьюторов о работе с вами: 1", "сертификаты и справки с вашим именем: 1", "Отзывы: без имени"])
            Assert.Contains(part, hers, StringComparison.Ordinal);
        Assert.DoesNotContain("/hours", hers, StringComparison.Ordinal);

        await tutor.Types("/profile");
        await tutor.Taps("Что хранится");
        var his = await tutor.Sees("Что о вас хранится");
        foreach (var part in (string[])["Консультации, которые вы ведёте: 1", "Ваш журнал: 1 запись",
            "Ваши часы, выходные и ссылка для встреч: /hours"])
            Assert.Contains(part, his, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personal_link_of_the_school_and_lists_of_its_head_are_named()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var head = (await SeminarCast.Teacher(world, 5, role: "SchoolHead")).StartedEarlier();
        var anna = (await SeminarCast.Teacher(world, 6)).StartedEarlier();
        await world.Sql<int>($"""
            with list as (
                insert into roster_list (school_id, links, made_at) select school_id, 1, {world.Now} from person where chat_id = 5
                returning id, school_id
            )
            insert into roster_link (hash, school_id, list_id, nr, made_by, made_at, expires_at, used_by, used_at)
            select decode(repeat('0a', 32), 'hex'), l.school_id, l.id, 1, h.id, {world.Now}, {world.Now} + interval '30 days', t.id,
                {world.Now}
            from list l, person h, person t where h.chat_id = 5 and t.chat_id = 6;
            insert into roster_import (school_id, by_person, sealed, at) select school_id, id, '\x00', {world.Now} from person
                where chat_id = 5
            """);

        await anna.Types("/profile");
        await anna.Taps("Что хранится");
        var hers = await anna.Sees("Что о вас хранится");
        Assert.Contains("Что вы пришли по личной ссылке школы, и когда: вт, 24 ноября, 10:00", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("Списки учителей", hers, StringComparison.Ordinal);
        await head.Types("/profile");
        await head.Taps("Что хранится");
        var theirs = await head.Sees("Что о вас хранится");
        Assert.Contains("Списки учителей, по которым вы сделали ссылки: 1", theirs, StringComparison.Ordinal);
        Assert.Contains("Список учителей, который вы прислали; без ссылок он удалится сам", theirs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erasure_offers_the_documents_first_where_there_are_any()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var anna = (await SeminarCast.Teacher(world, 6)).StartedEarlier();
        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        var without = await anna.SeesMessage("Удалить все ваши данные?");
        Assert.DoesNotContain(without.Buttons.SelectMany(r => r), b => b.Label == "Мои документы");
        Assert.Contains("темы консультаций", without.Text, StringComparison.Ordinal);

        await world.Came(await SeminarCast.Seminar(world, startsIn: TimeSpan.FromDays(-1)), true, 6);
        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        var with = await anna.SeesMessage("Сначала сохраните документы");
        Assert.Equal("Мои документы", with.Buttons[0][0].Label);
        await anna.Taps("Мои документы");
        await anna.Sees("За какое время");
    }
}
