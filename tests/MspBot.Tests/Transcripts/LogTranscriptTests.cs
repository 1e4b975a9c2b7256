using System.Globalization;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>The log, as a head reads it.</summary>
public sealed class LogTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task The_log_narrowed_opened_and_taken_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        (await SeminarCast.Teacher(world, 20, "Иванова Анна Ивановна", "Observer")).StartedEarlier();
        var seminar = await world.Seminar(startsIn: TimeSpan.FromHours(-1));
        await world.Came(seminar, came: null, 20);
        var person = await world.Sql<long>("select id from person where chat_id = 20");
        await head.Types("/menu");
        await world.Idle();
        await head.TapsData(head.Chat.Last(m => m.FromBot), string.Create(CultureInfo.InvariantCulture, $"c:at:{seminar}:all"));
        await head.TapsData(head.Chat.Last(m => m.FromBot),
            string.Create(CultureInfo.InvariantCulture, $"c:person:{person}:take:Observer"));
        await world.Idle();

        var reader = new Reader(world);
        await reader.Types(head, "/people");
        await reader.Taps(head, "Журнал действий");
        await reader.Taps(head, "Кто");
        await reader.Taps(head, "Смирнова В. П.");
        await reader.Taps(head, "Что");
        await reader.Taps(head, "Люди и роли");
        await reader.Taps(head, "За срок");
        await reader.Taps(head, "Сегодня");
        await reader.Taps(head, "Скачать");
        await reader.Taps(head, "Показать все");
        await reader.Taps(head, "Иванова А. И.");
        await reader.Taps(head, "История");
        await reader.Taps(head, "Вернуться");
        Approved.Check("journey-log", reader.Text);
    }
}
