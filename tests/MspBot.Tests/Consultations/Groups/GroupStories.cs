using System.Text;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Consultations.Groups.GroupCast;

namespace MspBot.Tests.Consultations.Groups;

/// <summary>A tutor gathers a group, teachers come or do not.</summary>
public sealed class GroupStories(TestCluster cluster)
{
    [Fact]
    public async Task Three_who_asked_are_invited_two_agree_and_at_the_deadline_everybody_has_time_link_and_file()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris, vera) = await Three(world);

        await Gather(tutor);
        var invitation = await anna.SeesMessage("Тьютор собирает группу");
        Assert.Contains("чт, 26 ноября, 14:00–14:45", invitation.Text);
        Assert.Contains("Ответьте, пожалуйста, до ср, 25 ноября, 14:00", invitation.Text);
        await anna.Taps("Участвовать");
        Assert.Equal("Вы участвуете", anna.LastToast);
        await boris.Taps("Участвовать");
        await vera.Taps("Не могу");
        await vera.Sees("Вы отказались");
        Assert.Equal(("Grouped", "Grouped", "Requested"), (await world.StateOf(1), await world.StateOf(2), await world.StateOf(3)));
        // What two of them had asked for is free again, the third still holds her hour.
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation_time where kind = 'Asked'"));

        await world.Pass(TimeSpan.FromHours(28));
        var news = await anna.SeesMessage("Группа собралась: встреча состоится");
        Assert.Contains("https://meet.example.org/sokolova", news.Text);
        Assert.Contains("METHOD:PUBLISH", Encoding.UTF8.GetString((await anna.SeesFile("group-4.ics")).Bytes.Span));
        await boris.SeesFile("group-4.ics");
        var card = await tutor.SeesMessage("Группа собралась");
        Assert.Contains("Петрова А. И.", card.Text);
        Assert.Contains("Не смогут: Козлова В. И.", card.Text);
        await tutor.SeesFile("group-4.ics");
        await vera.DoesNotSee("встреча состоится");
        await world.RunJobs();
        Assert.Equal(1, tutor.Chat.Count(m => m.Text.Contains("Группа собралась", StringComparison.Ordinal)));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Below_the_least_number_it_does_not_take_place_and_each_request_goes_on()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris, _) = await Three(world);
        await Gather(tutor);
        var invitation = await boris.SeesMessage("Тьютор собирает группу");
        await anna.Taps("Участвовать");

        await world.Pass(TimeSpan.FromHours(28));
        var told = await anna.SeesMessage("Группа не собралась: согласился 1 человек, а нужно не меньше 2 человек");
        Assert.Contains("Ваша заявка на консультацию снова ждёт ответа тьютора", told.Text);
        var other = await boris.SeesMessage("Группа не собралась");
        Assert.DoesNotContain("снова ждёт", other.Text);
        await tutor.Sees("Заявка снова ждёт вашего ответа: Петрова А. И.");
        Assert.Equal(("Requested", "Cancelled"), (await world.StateOf(1), await world.StateOf(4)));
        Assert.Equal(0, await world.Sql<int>("select count(*) from consultation_time where consultation_id = 4"));

        // An invitation that was sent before says what has become of it.
        Assert.Contains("Встреча не состоится", boris.Chat.Single(m => m.Id == invitation.Id).Text);
        await boris.TapsOn(invitation, "Участвовать");
        Assert.Equal("Встреча уже отменена.", boris.LastAlert);
    }

    [Fact]
    public async Task Others_come_by_the_link_until_all_seats_are_taken_and_the_last_one_confirms_it()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.ThursdayTutor(5);
        var people = new[] { await Person(world, 1, "Петрова Анна Ивановна"), await Person(world, 2, "Сидоров Борис Олегович"),
            await Person(world, 3, "Козлова Вера Ильинична") };
        var group = await world.Group(seats: 2);

        await people[0].Types($"/start g_{group}");
        await people[0].Sees("Эта ссылка не подошла");
        await people[0].TapsData(people[0].Chat.Last(m => m.FromBot), $"c:g:{group}:yes");
        Assert.Equal(0, await world.Sql<int>("select count(*) from consultation_member"));

        await tutor.Opens(group);
        await tutor.Taps("Позвать ещё педагогов");
        var link = await world.LinkOf(group);
        await tutor.Sees($"?start={link}");
        foreach (var person in people)
        {
            await person.Types($"/start {link}");
            await person.SeesButton("Участвовать");
        }
        var third = people[2].Chat.Last(m => m.FromBot);
        await people[0].Taps("Участвовать");
        await people[0].Sees("Состоится ли встреча, станет ясно");
        await people[1].Taps("Участвовать");
        await people[1].Sees("Встреча состоится, вы участвуете");
        await people[0].Sees("Группа собралась");
        await tutor.Sees("Группа собралась");
        await people[2].TapsOn(third, "Участвовать");
        Assert.StartsWith("Мест больше нет", people[2].LastAlert, StringComparison.Ordinal);

        await people[1].Taps("Отказаться от участия");
        await tutor.Sees("Сидоров Б. О. не сможет прийти");
        await people[2].TapsOn(third, "Участвовать");
        await people[2].SeesFile("group-");
        Assert.Equal(2, await world.Sql<int>("select count(*) from consultation_member where state = 'Agreed'"));
    }

    [Fact]
    public async Task The_tutor_confirms_early_moves_and_cancels_and_everybody_hears_what_was_and_what_is()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris, vera) = await Three(world);
        await Gather(tutor);
        await anna.Taps("Участвовать");
        await boris.Taps("Участвовать");
        await tutor.Opens(4);
        await tutor.Taps("Подтвердить встречу");
        Assert.Equal("Встреча подтверждена, участники узнают", tutor.LastToast);
        await anna.Sees("Группа собралась");
        await tutor.TapsAgain();
        Assert.Equal("Встреча уже подтверждена", tutor.LastToast);

        await tutor.Taps("Перенести встречу");
        await tutor.Sees("На какое время перенести?");
        await tutor.Types("вчера в 15");
        await tutor.Sees("это время уже прошло");
        await tutor.Types("27.11 16:00");
        await tutor.Sees("Все приглашённые узнают");
        await tutor.Taps("Перенести встречу");
        var moved = await anna.SeesMessage("перенесена");
        Assert.Contains("Было: чт, 26 ноября, 14:00", moved.Text);
        Assert.Contains("Стало: пт, 27 ноября, 16:00", moved.Text);
        await vera.Sees("перенесена");
        await world.Idle();
        Assert.Contains("SEQUENCE:1", Encoding.UTF8.GetString(anna.Chat.Last(m => m.File is not null).File!.Bytes.Span));

        await tutor.Opens(4);
        await tutor.Taps("Отменить встречу");
        await tutor.Types("Заболела <тьютор>");
        await tutor.Sees("узнают 3 человека");
        await tutor.Taps("Отменить встречу");
        await tutor.Sees("Встреча не состоится");
        var cancelled = await anna.SeesMessage("отменил групповую консультацию");
        Assert.Contains("Причина: Заболела <тьютор>", cancelled.Text);
        Assert.Contains("снова ждёт ответа", cancelled.Text);
        await anna.Taps("Убрать из календаря");
        await world.Idle();
        Assert.Contains("METHOD:CANCEL", Encoding.UTF8.GetString(anna.Chat.Last(m => m.File is not null).File!.Bytes.Span));
        Assert.Equal(0, await world.Sql<int>("select count(*) from consultation where state = 'Grouped'"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_typed_topic_shows_a_tutor_requests_of_colleagues_only_beside_one_of_their_own_and_a_head_all_of_them()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var (tutor, _) = (await world.ThursdayTutor(5), await world.ThursdayTutor(6, "Белова Ольга Петровна"));
        await world.Asking(1, "Петрова Анна Ивановна", 6, "Чтение графиков", subject: "Математика");
        await world.Asking(2, "Сидоров Борис Олегович", null, "Чтение графиков", subject: "Математика");

        await About("Чтение графиков", tutor);
        await tutor.Sees("Когда встретимся?");
        await tutor.DoesNotSee("Петрова");
        await tutor.DoesNotSee("Сидоров");
        await tutor.Taps("Отмена");

        await About("Чтение графиков", head);
        await head.Taps("Соколова");
        await head.Sees("Кого из тех, кто просил");
        await head.SeesButton("Петрова А. И.: Чтение графиков");

        await world.Asking(3, "Козлова Вера Ильинична", 5, "Чтение графика в 5 классе", subject: "Математика");
        await About("Чтение графиков", tutor);
        await tutor.SeesButton("Козлова В. И.");
        await tutor.SeesButton("Петрова А. И.: Чтение графиков");
        await tutor.SeesButton("Сидоров Б. О.: Чтение графиков");

        static async Task About(string topic, Visitor who)
        {
            await who.LooksAround();
            await who.TapsData(who.Chat.Last(m => m.FromBot), "n:group");
            await who.Sees("О чём будет встреча?");
            await who.Types(topic);
            await who.Sees("По какому предмету?");
            await who.Taps("Математика");
        }
    }
}
