using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Checking;

/// <summary>Who did what to a survey: in its history, and nowhere once they are erased.</summary>
public sealed class WhoDidItStories(TestCluster cluster)
{
    [Fact]
    public async Task A_survey_has_a_history_that_the_methodologist_reads_too()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await cast.Accepts(cast.Head, cast.First);
        foreach (var who in new[] { cast.Head, cast.Methodologist })
        {
            await cast.OpensCard(who);
            await who.Taps("История");
            await who.Sees("Смирнова В. П.");
            await who.SeesButton("Вернуться");
        }
        await cast.FirstHead.Opens($"c:past-Survey:{cast.Survey.Value}:show");
        await cast.FirstHead.Sees("Этого больше нет или оно вам недоступно.");
    }

    [Fact]
    public async Task Erased_whoever_sent_and_accepted_is_named_on_no_card_of_answers()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await world.Sql<int>("""
            update survey_school set sent_by = (select id from person where chat_id = 801) where sent_at is not null
            """);
        await cast.Accepts(cast.Methodologist, cast.First);
        await cast.OpensAnswers(cast.Head, cast.First);
        var before = await cast.Head.Sees("Отправлено");
        Assert.Contains("Сидорова А. П.", before, StringComparison.Ordinal);
        Assert.Contains("Петрова А. И.", before, StringComparison.Ordinal);
        await cast.FirstHead.Erases();
        await cast.Methodologist.Erases();
        await world.Idle();
        var after = await cast.Head.Sees("Отправлено");
        Assert.DoesNotContain("Сидорова", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Петрова", after, StringComparison.Ordinal);
        Assert.Contains("данные удалены", after, StringComparison.Ordinal);
    }
}
