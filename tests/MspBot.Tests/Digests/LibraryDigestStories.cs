using MspBot.Data.Digests;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Materials;
using MspBot.Tests.Broadcasts;
using MspBot.Tests.Materials;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>The lines of the library and of broadcasts, and what of them stands under «Нужно решить».</summary>
public sealed class LibraryDigestStories(TestCluster cluster)
{
    [Fact]
    public async Task The_lines_are_there_only_where_there_is_something_to_say()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        await head.Types("/digest");
        var nothing = await head.Sees("📊");
        Assert.DoesNotContain("Библиотека:", nothing, StringComparison.Ordinal);
        Assert.DoesNotContain("Рассылки:", nothing, StringComparison.Ordinal);

        var material = await world.Material("Дроби");
        await world.Taken(material, methodologist);
        await world.Reader(2001);
        await world.Broadcast(BroadcastState.Done, [new(2001, RecipientOutcome.Sent)]);
        await head.Types("/digest");
        await head.Sees("Библиотека: добавлено 1, скачивали 1 чел.");
        var told = await head.Sees("Рассылки: 1, доставлено 1 из 1");
        Assert.Contains("Решать сейчас нечего.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broadcast_that_did_not_reach_one_in_twenty_is_a_line_with_a_button_to_it()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        var all = new List<Told>();
        for (var chat = 2001L; chat <= 2020; chat++)
        {
            await world.Reader(chat);
            all.Add(new(chat, chat == 2001 ? RecipientOutcome.Blocked : RecipientOutcome.Sent));
        }
        await world.Broadcast(BroadcastState.Done, all);
        await head.Types("/digest");
        Assert.Contains("Решать сейчас нечего.", await head.Sees("Рассылки: 1, доставлено 19 из 20"), StringComparison.Ordinal);

        all[1] = all[1] with { Outcome = RecipientOutcome.Failed, Reason = FailureReason.Unknown };
        await world.Broadcast(BroadcastState.Done, all, words: "Коллеги, завтра педсовет");
        await head.Types("/digest");
        await head.Sees("• Рассылка «Коллеги, завтра педсовет»: не доставлено 2 из 20");
        await head.Taps("Открыть рассылку");
        await head.Sees("завтра педсовет");
        await methodologist.Types("/digest");
        await methodologist.Sees("не доставлено 2 из 20");
    }

    [Fact]
    public async Task What_was_passed_on_through_schools_waits_for_nobody_any_more()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.Reader(2001);
        await world.HeadOf(2002, await world.Sql<long>("select school_id from person where chat_id = 2001"));
        var id = await world.Broadcast(BroadcastState.Done, [new(2001, RecipientOutcome.Blocked)]);
        await head.Types("/digest");
        await head.Sees("не доставлено 1 из 1");
        await head.Opens($"c:bde:{id.Value}:pass");
        await head.Sees("Написано в 1 школу");
        await head.Types("/digest");
        await head.Sees("Решать сейчас нечего.");
    }

    [Fact]
    public async Task The_night_counts_recipients_who_should_have_had_an_outcome()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.Reader(2001);
        await world.Broadcast(BroadcastState.Done, [new(2001)]);
        await world.Sql<int>("delete from outbox where dedup like 'broadcast:%'");
        await world.Broadcast(BroadcastState.Waiting, [new(2001)]);
        await world.Turn(async (AuditStore audit) =>
        {
            await audit.Run(DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime), world.Clock.GetUtcNow());
            return 0;
        });
        Assert.Equal(1, await world.Sql<int>("select unfinished from self_audit"));
        await head.Types("/digest");
        await head.Sees("получателей рассылок без исхода — 1");
    }

    [Fact]
    public async Task An_offered_material_waits_three_working_days_and_then_is_a_line()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.Material("Дроби на кухне", await world.ReaderOfLibrary(), MaterialState.Offered);
        await world.Pass(TimeSpan.FromDays(3));
        await head.Types("/digest");
        await head.Sees("Решать сейчас нечего.");
        await world.Pass(TimeSpan.FromHours(1));
        await head.Types("/digest");
        await head.Sees("• Предложена разработка «Дроби на кухне»: ждёт решения 3 дня, Иванова М. П.");
        await head.SeesButton("Рассмотреть: Дроби на кухне");
        await world.Material("Проценты в магазине", await world.ReaderOfLibrary(713), MaterialState.Offered);
        await world.Pass(TimeSpan.FromDays(6));
        await head.Types("/digest");
        await head.Sees("2 разработки ждут решения больше 3 рабочих дней");
    }
}
