using MspBot.Tests.Feedback;
using MspBot.Tests.Materials;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Attendance;

/// <summary>
/// «Раздать»: one's own material goes to those who came to a meeting that one has led; what is attached is in the library.
/// </summary>
public sealed class HandOutStories(TestCluster cluster)
{
    [Fact]
    public async Task Those_who_came_get_it_once_and_nobody_else_does()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfLibrary();
        var (anna, boris) = ((await SeminarCast.Teacher(world, 1)).StartedEarlier(),
            (await SeminarCast.Teacher(world, 2, "Орлов Борис Львович")).StartedEarlier());
        var first = await world.Seminar(startsIn: TimeSpan.FromHours(-5), title: "Проценты на ВПР");
        var second = await world.Seminar(startsIn: TimeSpan.FromHours(-3), title: "Дроби на ВПР");
        await world.Sql<int>($"update seminar set leader_id = {(await world.Of(head)).Value}");
        await world.Came(first, came: true, 1);
        await world.Came(first, came: false, 2);
        await world.Came(second, came: true, 1);
        var id = await world.Material("Памятка о процентах", head, file: [1, 2, 3], fileName: "Памятка.pdf");

        await head.Opens($"c:lh:{id.Value}:show");
        await head.Sees("Выберите мероприятие: получат те, кто на нём был");
        await head.Opens($"c:lh:{id.Value}:ask:{first}");
        await head.Sees("Раздать «Памятка о процентах» тем, кто был на мероприятии «Проценты на ВПР»: 1 человек?");
        await head.Taps("Раздать: 1");
        Assert.Equal([1, 2, 3], (await anna.SeesFile("Памятка.pdf")).Bytes.ToArray());
        await head.Opens($"c:lh:{id.Value}:give:{first}");
        await head.Opens($"c:lh:{id.Value}:give:{second}");
        await world.PassInSteps(TimeSpan.FromHours(48), TimeSpan.FromHours(8));

        Assert.Single(anna.Chat, m => m.File is not null);
        Assert.DoesNotContain(boris.Chat, m => m.File is not null);
        Assert.Equal(1, await world.Sql<int>("select count(*) from seminar_material_given"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'MaterialAttached'"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Another_persons_material_and_a_hidden_one_are_not_handed_out()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        var seminar = await world.Seminar(startsIn: TimeSpan.FromHours(-5));
        var maria = (await world.ReaderOfLibrary()).StartedEarlier();
        await world.Came(seminar, came: true, 712);
        await world.Sql<int>($"update seminar set leader_id = {(await world.Of(maria)).Value}");
        var id = await world.Material("Проценты", file: [1]);
        await maria.Opens($"c:lh:{id.Value}:give:{seminar}");
        await world.Sql<int>($"update seminar set leader_id = {(await world.Of(anna)).Value}; update material set state = 'Hidden'");
        await anna.Opens($"c:lh:{id.Value}:give:{seminar}");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from seminar_material"));
    }

    [Fact]
    public async Task Who_is_marked_after_it_was_hidden_gets_it_when_it_is_back()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfLibrary();
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        var seminar = await world.Seminar(startsIn: TimeSpan.FromHours(-5));
        var id = await world.Material("Памятка", head, state: MspBot.Domain.Materials.MaterialState.Hidden, file: [1, 2, 3]);
        await world.Sql<int>($"""
            insert into seminar_material (seminar_id, material_id, added_at) values ({seminar}, {id.Value}, {world.Now})
            """);
        await world.Came(seminar, came: true, 1);
        await world.PassInSteps(TimeSpan.FromHours(30), TimeSpan.FromHours(6));
        Assert.DoesNotContain(anna.Chat, m => m.File is not null);
        await world.Sql<int>("update material set state = 'Shown'");
        await world.PassInSteps(TimeSpan.FromHours(24), TimeSpan.FromHours(6));
        Assert.Single(anna.Chat, m => m.File is not null);
    }

    [Fact]
    public async Task What_is_attached_is_in_the_library_unless_it_is_for_them_only()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfLibrary();
        var seminar = await world.Seminar(startsIn: TimeSpan.FromHours(-1));
        foreach (var (file, button) in new[] { ("Проценты_6 класс.pdf", "Отправить"), ("Список группы 6.pdf", "Только участникам") })
        {
            await head.Opens($"n:attach:{seminar}");
            await head.SendsDocument("урок.bat", [1]);
            await head.Sees("Это программа, а не разработка");
            await head.SendsDocument(file, [1, 2]);
            await head.Taps(button);
            await head.Sees("Материал добавлен");
        }
        await head.Opens($"n:attach:{seminar}");
        await head.SendsDocument("Презентация.pptx", "MZ"u8.ToArray());
        await head.Sees("Как назвать?");
        await head.Types("Презентация 1");
        await head.Sees("Название слишком общее: «Презентация 1»");
        await head.Types("Проценты на слайдах");
        await head.Taps("Отправить");
        await head.Sees("Материал добавлен");
        await world.RunJobs();
        Assert.Equal("Проценты 6 класс Shown true e1,Список группы 6 Shown false e1,Проценты на слайдах Shown true e1",
            await world.Sql<string>("""
                select string_agg(concat_ws(' ', name, state, in_library::text, 'e' || edition), ',' order by id) from material
                """));
        Assert.Equal("Проценты_6 класс.pdf", await world.Sql<string>("select name from stored_file order by id limit 1"));
    }
}
