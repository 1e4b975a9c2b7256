using System.Text;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Consultations.Groups.GroupCast;

namespace MspBot.Tests.Consultations.Groups;

/// <summary>Several ask about one thing: somebody is told that it could be a group.</summary>
public sealed class GroupSuggestionStories(TestCluster cluster)
{
    [Fact]
    public async Task Three_about_one_thing_are_suggested_once_to_the_tutor_who_has_most_of_them()
    {
        await using var world = await World.Open(cluster);
        var (tutor, other) = (await world.ThursdayTutor(5), await world.ThursdayTutor(6, "Белова Ольга Петровна"));
        await world.Asking(1, "Петрова Анна Ивановна", 5);
        await world.Asking(2, "Сидоров Борис Олегович", 5, "Читательской грамотности учить");
        await world.RunJobs();
        await tutor.DoesNotSee("об одном");
        await world.Asking(3, "Козлова Вера Ильинична", 6, "читательская грамотность: с чего начать");
        await world.Asking(4, "Ильин Олег Петрович", 6, subject: "Физика");

        await world.RunJobs();
        var suggestion = await tutor.SeesMessage("Трое просят об одном");
        Assert.Contains("Козлова В. И.", suggestion.Text);
        Assert.DoesNotContain("Ильин", suggestion.Text);
        await other.DoesNotSee("об одном");
        await world.RunJobs();
        Assert.Equal(1, tutor.Chat.Count(m => m.Text.Contains("об одном", StringComparison.Ordinal)));

        await tutor.Taps("Не нужно");
        await tutor.Sees("больше не напомню");
        await tutor.TapsData(tutor.Chat.Last(m => m.FromBot), "c:gs:1:show");
        await tutor.Taps("Собрать группу");
        await tutor.Sees("О чём будет встреча?");
    }

    [Fact]
    public async Task Requests_without_a_tutor_are_suggested_to_the_head_who_names_one()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var tutor = await world.ThursdayTutor(5);
        var anna = await world.Asking(1, "Петрова Анна Ивановна", null);
        await world.Asking(2, "Сидоров Борис Олегович", null);
        await world.Asking(3, "Козлова Вера Ильинична", null);
        await world.RunJobs();
        await head.Sees("Трое просят об одном");

        await head.Taps("Собрать группу");
        await head.Taps(Topic);
        await head.Taps("История");
        await head.Sees("Кто из тьюторов");
        await head.Taps("Соколова");
        await ToTheEnd(head);
        await tutor.Sees("Руководитель просит вас провести");
        await anna.Sees("Тьютор собирает группу");
    }
}
