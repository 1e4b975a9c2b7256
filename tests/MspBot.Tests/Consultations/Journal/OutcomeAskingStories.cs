using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Journal;

/// <summary>When a tutor is asked how a consultation went.</summary>
public sealed class OutcomeAskingStories(TestCluster cluster)
{
    [Fact]
    public async Task What_ended_in_quiet_hours_is_asked_together_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        tutor.StartedEarlier();
        teacher.StartedEarlier();
        await world.Consultation(tutor, teacher, TimeSpan.FromHours(10));
        await world.Consultation(tutor, teacher, TimeSpan.FromHours(11), topic: "Функциональная грамотность");

        await world.PassInSteps(TimeSpan.FromHours(21), TimeSpan.FromHours(1));
        await tutor.SeesNothingNew();
        await world.Pass(TimeSpan.FromHours(1));
        await tutor.Sees("Без итога 2 консультации");
        await tutor.Taps("24.11 21:00");
        await tutor.Taps("Не состоялась");
        await tutor.Taps("Не пришёл педагог");
        await tutor.Sees("Не состоялась. Не пришёл педагог");
        await tutor.Taps("Без итога: 1");
        await tutor.SeesButton("24.11 20:00");
        Assert.Equal("NotHeld", await world.Sql<string>("select state from consultation where topic = 'Функциональная грамотность'"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from journal_entry where not held and minutes is null"));
    }

    [Fact]
    public async Task Nobody_answers_one_nudge_comes_the_next_working_morning_and_then_it_stays_without_an_outcome()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        tutor.StartedEarlier();
        teacher.StartedEarlier();
        // Friday 16:00: the next working morning is Monday's.
        await world.Consultation(tutor, teacher, TimeSpan.FromDays(3) + TimeSpan.FromHours(6));
        await world.PassInSteps(TimeSpan.FromDays(3) + TimeSpan.FromHours(7), TimeSpan.FromHours(1));
        await tutor.Sees("Консультация состоялась?");
        await world.PassInSteps(TimeSpan.FromHours(63), TimeSpan.FromHours(1));
        Assert.Single(tutor.Chat, m => m.Text.Contains("состоялась", StringComparison.Ordinal));
        await world.PassInSteps(TimeSpan.FromHours(2), TimeSpan.FromHours(1));
        await tutor.Sees("Напоминаем: у консультации нет итога");
        var known = tutor.Chat.Count;
        await world.PassInSteps(TimeSpan.FromDays(3), TimeSpan.FromHours(1));
        Assert.Equal(known, tutor.Chat.Count);
        await tutor.Types("/journal");
        await tutor.Sees("Без итога: 1 консультация");
        await tutor.Taps("Без итога: 1");
        await tutor.Taps("27.11 16:00");
        await tutor.SeesButton("Состоялась");
    }

    [Fact]
    public async Task Before_it_begins_or_when_it_is_cancelled_there_is_no_outcome_and_the_card_says_why()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        var id = await world.Consultation(tutor, teacher);
        await tutor.Types("/journal");
        var list = await tutor.SeesMessage("Записей пока нет");
        await tutor.TapsData(list, $"n:outcome:{id}");
        await tutor.Sees("ещё не началась");
        await tutor.TapsData(list, $"c:o:{id}:no:Other");
        Assert.Contains("ещё не началась", tutor.LastToast);
        await world.Sql<int>("update consultation set state = 'Cancelled'");
        await world.Pass(TimeSpan.FromHours(3));
        await tutor.TapsData(list, $"c:o:{id}:show");
        await tutor.Sees("отменена");
        Assert.Equal(0, await world.Sql<int>("select count(*) from journal_entry"));
    }
}
