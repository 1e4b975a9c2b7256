using MspBot.Tests.Nominations.Seats;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>Seats held for schools, as the head of the site, a school's head and a teacher read them.</summary>
public sealed class SchoolSeatsTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task Seats_held_for_schools_used_and_freed_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var (site, head, teacher, _) = await HeldCast.SetUp(world);
        await world.Seminar(seats: 5);
        var reader = new Reader(world);
        await reader.Types(site, "/start e_1");
        await reader.Taps(site, "Места школам");
        await reader.Taps(site, "Места школам");
        await reader.Taps(site, "Всем школам ШНОР: 2");
        await reader.Types(site, "3");
        await reader.Taps(site, "2 места");
        await reader.Taps(site, "За 3 дня");
        await reader.Taps(site, "Отдать школам");
        await reader.Taps(head, "Направить учителя");
        await reader.Taps(head, "Иванова М. П.");
        await reader.Taps(head, "Готово (1)");
        await reader.Types(head, "Замену уроков дадим.");
        await reader.Taps(head, "Направить");
        await reader.Taps(teacher, "Участвовать");
        await reader.Act(() => head.TapsData(head.Chat.Last(m => m.FromBot), "c:np:0:show"));
        await reader.Taps(head, "Список для приказа");
        await reader.Types(site, "/start e_1");
        await reader.Taps(site, "Кто записан");
        await reader.Taps(site, "Бумаги мероприятия");
        await reader.Taps(site, "Лист регистрации");
        await reader.Types(site, "/start e_1");
        await reader.Taps(site, "Места школам: 3");
        await reader.Taps(site, "Освободить 2: Школа № 31");
        await reader.Taps(site, "Да, освободить");
        await reader.Taps(site, "К мероприятию");
        await reader.Taps(site, "Изменить");
        await reader.Taps(site, "Места");
        await reader.Types(site, "1");
        Approved.Check("journey-school-seats", reader.Text);
    }
}
