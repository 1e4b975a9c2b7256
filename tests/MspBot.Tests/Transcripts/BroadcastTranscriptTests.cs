using MspBot.Domain.Broadcasts;
using MspBot.Domain.People;
using MspBot.Tests.Broadcasts;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>A broadcast as the head and a recipient read it.</summary>
public sealed class BroadcastTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task A_broadcast_s_life_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var director = await world.Reader(200, "Волкова Инна Петровна", "SchoolHead");
        await world.Reader(201, "Лебедев Пётр Ильич", "SchoolHead");
        await world.Reader(202, "Тихая Анна Олеговна", "SchoolHead");
        var gone = await world.Reader(203, "Ушакова Анна Олеговна", "SchoolHead");
        await world.Sql<int>("update person set broadcasts = false where chat_id = 202");
        var reader = new Reader(world);
        await reader.Types(head, "/broadcast");
        await reader.Taps(head, "Новая рассылка");
        await reader.Types(head, "учителям");
        await reader.Taps(head, "Показать все");
        await reader.Taps(head, "По роли");
        await reader.Types(head, "руководителям");
        await reader.Taps(head, "Руководителям школ");
        await reader.Types(head, "Коллеги! " + string.Concat(Enumerable.Repeat("Очень важно. ", 95)));
        await reader.Act(() => head.SendsSticker());
        await reader.Types(head, "Коллеги, приказ о проведени ВПР вступил в силу. Ознакомьтесь, пожалуйста, до пятницы.");
        await reader.Types(head, "файл");
        await reader.Taps(head, "Файл или картинку");
        await reader.Act(() => head.SendsVoice());
        await reader.Act(() => head.SendsDocument("Приказ № 214.pdf", "%PDF-1.7"u8.ToArray()));
        await reader.Taps(head, "Отправить себе");
        await reader.Taps(head, "Изменить");
        await reader.Taps(head, "Текст");
        await reader.Types(head, "Коллеги, приказ о проведении ВПР вступил в силу. Ознакомьтесь, пожалуйста, до пятницы.");
        await reader.Taps(head, "☐ Просить отметку");
        await reader.Taps(head, "Показать, кто получит");
        await reader.Taps(head, "← К рассылке");
        await reader.Types(head, "отправляй");
        await reader.Taps(head, "Отправить: 3");
        await gone.Blocks();
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(3)));
        await reader.Taps(director, "Ознакомлен(а)");
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(1)));
        await reader.Taps(director, "Не присылать такое");
        await reader.Taps(director, "Включить рассылки");
        await reader.Types(head, "/broadcast");
        await reader.Taps(head, "24.11 Коллеги, приказ о…");
        Approved.Check("journey-broadcast", reader.Text);
    }

    [Fact]
    public async Task Stopping_a_broadcast_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        for (var n = 0; n < 3; n++) await world.Reader(200 + n);
        var id = await world.Broadcast(BroadcastState.Composed, [], audience: new Audience.OfRole(Role.Teacher));
        var reader = new Reader(world);
        await head.Opens($"c:bb:{id.Value}:show");
        await head.Sees("Рассылка ещё не отправлена");
        await world.Idle();
        reader.BeginHere();
        await reader.Taps(head, "Отправить: 3");
        await reader.Taps(head, "Остановить рассылку");
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(3)));
        Approved.Check("journey-broadcast-stopped", reader.Text);
    }
}
