using Microsoft.Extensions.DependencyInjection;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Profile;

/// <summary>What people see of themselves, change, and have forgotten.</summary>
public sealed class ProfileStories(TestCluster cluster)
{
    [Fact]
    public async Task Everything_on_the_profile_can_be_changed()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await anna.Types("/profile");
        await anna.Sees("Роль: педагог");
        await anna.Taps("Изменить имя");
        await anna.Types("Смирнова Мария Петровна");
        await anna.Sees("Смирнова Мария Петровна");
        await anna.Taps("Изменить школу");
        await anna.Sees("Где вы работаете?");
        await anna.Taps("МОУ «СОШ № 1»");
        await anna.Sees("Школа: МОУ «СОШ № 1»");
        await anna.Taps("Изменить должность");
        await anna.Taps("Методист");
        await anna.Sees("Должность: Методист");
        await anna.Taps("Изменить предметы");
        await anna.Taps("Химия");
        await anna.Taps("Готово (1)");
        await anna.Sees("Предметы: Химия");
        await anna.Taps("Выключить напоминания");
        await anna.Sees("Напоминания о мероприятиях выключены");
        await anna.TapsAgain();
        await anna.Taps("Включить напоминания");
        await anna.Sees("Напоминания о мероприятиях включены");
        await anna.Taps("Что хранится");
        var stored = await anna.Sees("Что о вас хранится");
        foreach (var part in (string[])["Смирнова Мария Петровна", "Ваш идентификатор в Telegram (не телефон): 1",
            "Согласие: вторник, 24 ноября 2026", "Химия"])
            Assert.Contains(part, stored, StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Erased_in_two_steps_and_begun_afresh()
    {
        var seats = new Seats();
        await using var world = await World.Open(
            cluster, services => services.AddSingleton(seats).AddScoped<OnPersonErased, SeatsGivenBack>());
        var anna = await world.Teacher(1, "Смирнова Анна Олеговна");
        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        var question = await anna.Sees("Удалить все ваши данные?");
        Assert.Contains("Исчезнут", question, StringComparison.Ordinal);
        Assert.Contains("Останутся", question, StringComparison.Ordinal);
        await anna.Taps("Не удалять");
        await anna.Sees("Смирнова Анна Олеговна");
        await anna.Taps("Изменить имя");
        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        await anna.Taps("Да, удалить всё обо мне");
        await anna.Sees("ваших данных у нас больше нет");
        await anna.TapsAgain();
        await anna.Sees("закон 152-ФЗ");
        await world.Idle();

        Assert.False(await PeopleDesk.Mentions(world.Database.ConnectionString, "Смирнова"));
        Assert.Equal(1, await world.Sql<long>("select count(*) from person where erased_at is not null"));
        Assert.Equal(0, await world.Sql<long>("select count(*) from person_role"));
        Assert.Single(seats.GivenBackBy);
        Assert.DoesNotContain(anna.Commands, c => c.Command == "profile");

        await world.Teacher(1, "Смирнова Анна Олеговна");
        Assert.Equal(2, await world.Sql<long>("select count(*) from person"));
    }

    [Fact]
    public async Task After_an_erasure_the_chats_number_stands_nowhere()
    {
        const long chat = 70_000_123_456;
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(chat, "Смирнова Анна Олеговна");
        await world.Head();
        await Seminars.SeminarCast.Seminar(world);
        await anna.Types("/events");
        await anna.Taps(Seminars.SeminarCast.Label);
        await anna.Taps("Записаться");
        await anna.Sees("Вы записаны");
        await anna.Types("/start c_AAAA-BBBB-CCCC");
        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        Assert.NotEmpty(await PeopleDesk.TablesWith(world.Database.ConnectionString, $"{chat}"));
        await anna.Taps("Да, удалить всё обо мне");
        await anna.Sees("ваших данных у нас больше нет");
        await world.Idle();

        Assert.Empty(await PeopleDesk.TablesWith(world.Database.ConnectionString, $"{chat}"));
        var said = anna.Chat.Count(m => m.FromBot);
        // What was handled is known by its number still.
        world.Telegram.DeliverTwice();
        await world.Idle();
        Assert.Equal(said, anna.Chat.Count(m => m.FromBot));
        Assert.Equal(1, await world.Sql<int>("select count(*) from person where erased_at is null"));
    }

    [Fact]
    public async Task The_last_head_is_asked_to_hand_over_first()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await head.Types("/profile");
        await head.Sees("руководитель площадки");
        await head.Taps("Удалить мои данные");
        await head.Taps("Да, удалить всё обо мне");
        Assert.Contains("единственный руководитель", head.LastAlert, StringComparison.Ordinal);
        Assert.Equal(1, await world.Sql<long>("select count(*) from person where erased_at is null"));
    }

    [Fact]
    public async Task Whoever_had_registered_before_is_appointed_at_the_next_start()
    {
        await using var world = await World.Open(cluster);
        await world.Head();
        await world.Sql<object>("delete from person_role where role = 'Head'");
        await world.RestartBot();
        Assert.Equal(1, await world.Sql<long>("select count(*) from person_role where role = 'Head'"));
    }
}

/// <summary>Stands for a feature that holds something for a person.</summary>
internal sealed class Seats
{
    internal List<PersonId> GivenBackBy { get; } = [];
}

internal sealed class SeatsGivenBack(Seats seats) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn)
    {
        seats.GivenBackBy.Add(person);
        return Task.CompletedTask;
    }
}
