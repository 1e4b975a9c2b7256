using MspBot.Domain.Materials;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Materials.Adding;

/// <summary>What teachers offer is published or returned; what is shown is changed, hidden and shown again, each as it was seen.</summary>
public sealed class DecidingStories(TestCluster cluster)
{
    [Fact]
    public async Task A_teacher_offers_and_a_head_publishes()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = (await world.HeadOfLibrary(), await world.ReaderOfLibrary());
        await maria.AddsFile(world, [1, 2, 3], last: "Предложить");
        var id = await world.NewestMaterial();
        await world.RunJobs();
        await maria.Sees("передана руководителю площадки. Напишем, что он решит.");
        Assert.Equal("Offered v2 e1", await world.StateOf(id));

        await head.Types("/menu");
        await head.Sees("Разработку «Проценты, 6 класс» предлагают в библиотеку.");
        await head.Opens("c:lo:0:show");
        await head.Sees("Проценты, 6 класс: презентация, Иванова М. П.");
        await head.Presses(id, "publish", 2);
        await maria.Sees("✅ Ваша разработка «Проценты, 6 класс» опубликована");
        Assert.Equal("Shown v3 e1", await world.StateOf(id));
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'MaterialPublished'"));
    }

    [Fact]
    public async Task A_head_returns_with_a_remark_and_what_is_changed_is_offered_again()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = (await world.HeadOfLibrary(), (await world.ReaderOfLibrary()).StartedEarlier());
        var id = await world.Material("Проценты", maria, MaterialState.Offered);
        await head.Opens($"n:material-return:{id.Value}.1");
        await head.Sees("Что исправить?");
        await head.Types("!");
        await head.Sees("хотя бы три буквы");
        await head.Types("Добавьте ответы <и> класс");
        await head.Sees("Разработка возвращена, автор получит замечание.");
        await maria.Sees("Добавьте ответы <и> класс");
        Assert.Equal("Returned v2", await world.StateOf(id));
        await world.RunJobs();
        await head.DoesNotSee("предлагают");

        await maria.Taps("Изменить описание");
        await maria.Taps("Название");
        await maria.Types("Проценты с ответами, 6 класс");
        await maria.Sees("разработка снова на рассмотрении");
        Assert.Equal("Offered v3", await world.StateOf(id));
        await world.RunJobs();
        await head.Sees("Разработку «Проценты с ответами, 6 класс» предлагают в библиотеку.");
        await maria.Presses(id, "publish", 3);
        Assert.Equal("Offered v3", await world.StateOf(id));
    }

    [Fact]
    public async Task Heads_hear_once_of_each_offer_in_the_morning_of_those_of_the_night_together()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = ((await world.HeadOfLibrary()).StartedEarlier(), await world.ReaderOfLibrary());
        await world.Material("Проценты, 6 класс", maria, MaterialState.Offered);
        await world.RunJobs();
        await head.Sees("Разработку «Проценты, 6 класс» предлагают в библиотеку. Опубликуйте или верните с замечанием.");
        await world.RunJobs();
        await world.RunJobs();
        Assert.Single(head.Chat, m => m.Text.Contains("предлагают", StringComparison.Ordinal));

        await world.Pass(TimeSpan.FromHours(12));
        await world.Material("Дроби, 5 класс", maria, MaterialState.Offered);
        await world.Material("Углы, 7 класс", maria, MaterialState.Offered);
        await world.RunJobs();
        Assert.Single(head.Chat, m => m.Text.Contains("предлагают", StringComparison.Ordinal));
        await world.Pass(TimeSpan.FromHours(12));
        await world.RunJobs();
        await head.Sees("В библиотеку предлагают 2 разработки.");
        await head.SeesButton("На рассмотрении");
    }

    [Fact]
    public async Task Of_two_heads_who_decide_at_once_one_does_and_the_other_reads_so()
    {
        await using var world = await World.Open(cluster);
        var (vera, olga) = (await world.HeadOfLibrary(), await SeminarCast.Teacher(world, 720, "Белова Ольга Юрьевна", "Head"));
        var id = await world.Material("Проценты", await world.ReaderOfLibrary(), MaterialState.Offered);
        await olga.Opens($"n:material-return:{id.Value}.1");
        await olga.Sees("Что исправить?");
        await Task.WhenAll(vera.Presses(id, "publish", 1), olga.Types("Нет ответов"));
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>(
            "select count(*) from action_log where action in ('MaterialPublished', 'MaterialReturned')"));
        Assert.Contains(await world.StateOf(id), (string[])["Shown v2 e1", "Returned v2"]);
    }

    [Fact]
    public async Task What_is_hidden_says_first_what_cannot_be_called_back_and_comes_back()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        var id = await world.Material("Проценты");
        await anna.Presses(id, "hide", 1);
        await anna.Sees("То, что уже скачано и лежит в чатах, отозвать нельзя.");
        await anna.Taps("Убрать");
        await world.Idle();
        Assert.Equal("Hidden v2 e1", await world.StateOf(id));
        await anna.Presses(id, "back", 1);
        Assert.Equal("Hidden v2 e1", await world.StateOf(id));
        await anna.Presses(id, "back", 2);
        await world.Idle();
        Assert.Equal("Shown v3 e1", await world.StateOf(id));
    }

    [Fact]
    public async Task What_a_head_has_hidden_only_a_head_gives_back()
    {
        await using var world = await World.Open(cluster);
        var (vera, anna) = (await world.HeadOfLibrary(), await world.AuthorOfLibrary());
        var id = await world.Material("Проценты");
        await vera.Presses(id, "hide", 1);
        await vera.Taps("Убрать");
        await world.Idle();
        await anna.OpensMaterial(id);
        await anna.Sees("Убрана из библиотеки руководителем площадки");
        Assert.DoesNotContain(anna.Chat[^1].Buttons.SelectMany(r => r), b => b.Label == "Вернуть в библиотеку");
        await anna.Presses(id, "back", 2);
        await anna.Sees("вернуть её может только он");
        Assert.Equal("Hidden v2 e1", await world.StateOf(id));
        await vera.Presses(id, "back", 2);
        await world.Idle();
        Assert.Equal("Shown v3 e1", await world.StateOf(id));

        await anna.Presses(id, "hidden", 3);
        await anna.Presses(id, "back", 4);
        await world.Idle();
        Assert.Equal("Shown v5 e1", await world.StateOf(id));
    }

    [Fact]
    public async Task An_edit_of_what_has_changed_meanwhile_changes_nothing()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        var id = await world.Material("Проценты");
        await anna.Opens($"n:material-change:{id.Value}.1");
        await anna.Taps("Название");
        await anna.Sees("Как называется?");
        await world.Sql<int>($"update material set version = 2 where id = {id.Value}");
        await anna.Types("Дроби, 5 класс");
        await anna.Sees("Пока вы смотрели, это изменили.");
        Assert.Equal("Проценты", await world.Sql<string>("select name from material"));
    }

    [Fact]
    public async Task Another_persons_material_is_not_theirs_to_change()
    {
        await using var world = await World.Open(cluster);
        var maria = await world.ReaderOfLibrary();
        var id = await world.Material("Проценты");
        await maria.Opens($"n:material-change:{id.Value}.1");
        await maria.Presses(id, "hidden", 1);
        await world.Idle();
        Assert.Equal("Shown v1 e1", await world.StateOf(id));
        await maria.DoesNotSee("Что изменить?");
    }

    [Fact]
    public async Task Erased_offers_go_and_published_work_stays_without_the_name()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var maria = await world.ReaderOfLibrary();
        var shown = await world.Material("Дроби", maria, file: [1]);
        await world.Material("Проценты", maria, MaterialState.Offered, file: [2]);
        await world.Material("Степени", coauthors: ["Иванова М. П.", "Орлов Б. Л.", "Иванова  Мария Петровна"]);
        await maria.Erases();
        await world.Idle();
        Assert.Equal("Дроби,Степени", await world.Sql<string>("select string_agg(name, ',' order by name) from material"));
        Assert.Equal("Shown v1 e1", await world.StateOf(shown));
        Assert.Equal(1, await world.Sql<int>("select count(*) from stored_file"));
        Assert.DoesNotContain("Иванова", await world.Sql<string>("select string_agg(coauthors::text, ';') from material"),
            StringComparison.Ordinal);
    }
}
