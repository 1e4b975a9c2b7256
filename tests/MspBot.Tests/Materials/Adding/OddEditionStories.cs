using MspBot.Domain.Materials;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Materials.Adding;

/// <summary>What is said of a file that was not taken, of what nobody else sees, and of the very same file.</summary>
public sealed class OddEditionStories(TestCluster cluster)
{
    [Theory]
    [InlineData(EditionFault.Lost, "Файл не загрузился.")]
    [InlineData(EditionFault.Executable, "Файл не принят: это программа или архив с программой.")]
    [InlineData(EditionFault.Locked, "Файл не принят: он закрыт паролем или защитой.")]
    [InlineData(EditionFault.Same, "Такой файл в библиотеке уже есть.")]
    public async Task The_card_says_why_a_file_was_not_taken_instead_of_letting_wait(EditionFault fault, string sentence)
    {
        await using var world = await World.Open(cluster);
        var anna = (await world.AuthorOfLibrary()).StartedEarlier();
        var id = await world.Material("Проценты", state: MaterialState.Checking, file: [1]);
        await world.Sql<int>($"update material_edition set fault = '{fault}'");
        await anna.OpensMaterial(id);
        await anna.Sees(sentence);
        await anna.DoesNotSee("Файл ещё загружается");
        await anna.Opens($"c:lm:{id.Value}:take");
        await world.Idle();
        await anna.DoesNotSee("Попробуйте через минуту");
        await anna.Opens($"c:lmd:{id.Value}:show");
        await anna.Sees("Файл не принят");
    }

    [Fact]
    public async Task A_replacement_that_was_not_taken_is_said_on_the_card_and_the_old_file_stays()
    {
        await using var world = await World.Open(cluster);
        var anna = (await world.AuthorOfLibrary()).StartedEarlier();
        var maria = (await world.ReaderOfLibrary()).StartedEarlier();
        var id = await world.Material("Проценты", file: [1, 2, 3]);
        await anna.Replaces(id, 1, "MZ"u8.ToArray());
        await world.RunJobs();
        await anna.OpensMaterial(id);
        await anna.Sees("Новый файл не принят: это программа или архив с программой. Пока в библиотеке прежний.");
        await maria.OpensMaterial(id);
        await maria.DoesNotSee("Новый файл не принят");
    }

    [Fact]
    public async Task A_teacher_who_adds_the_same_bytes_all_the_same_offers_them()
    {
        await using var world = await World.Open(cluster);
        var maria = await world.ReaderOfLibrary();
        await world.Material("Доли и проценты", file: [1, 2, 3]);
        await maria.AddsFile(world, [1, 2, 3], last: "Предложить");
        await world.RunJobs();
        await maria.Taps("Всё равно добавить");
        await world.Idle();
        Assert.StartsWith("Offered", await world.StateOf(await world.NewestMaterial()), StringComparison.Ordinal);
        Assert.Equal("Разработка передана руководителю площадки", maria.LastToast);
    }

    [Fact]
    public async Task The_very_file_that_is_there_is_no_news_unless_its_author_says_so()
    {
        await using var world = await World.Open(cluster);
        var (anna, maria) = (await world.AuthorOfLibrary(), (await world.ReaderOfLibrary()).StartedEarlier());
        var id = await world.Material("Проценты", file: [1, 2, 3]);
        await world.Taken(id, maria);
        await anna.Replaces(id, 1, [1, 2, 3]);
        await world.RunJobs();
        await anna.Sees("Этот же файл уже есть в разработке «Проценты», ничего не изменилось.");
        Assert.Equal("Shown v2 e1", await world.StateOf(id));
        await world.Pass(TimeSpan.FromHours(24));
        Assert.DoesNotContain(maria.Chat, m => m.Text.Contains("новая редакция", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MaterialState.Hidden, "сохранён, сама она убрана из библиотеки", "сохранена, сама разработка убрана из библиотеки")]
    [InlineData(MaterialState.Returned, "передана руководителю площадки", "передана руководителю площадки")]
    [InlineData(MaterialState.Offered, "передана руководителю площадки", "передана руководителю площадки")]
    public async Task What_nobody_took_yet_does_not_promise_news_to_those_who_took_it(MaterialState state, string ofFile, string ofLink)
    {
        await using var world = await World.Open(cluster);
        var anna = (await world.AuthorOfLibrary()).StartedEarlier();
        foreach (var (bytes, said) in new[] { ((byte[]?)[4, 5], ofFile), (null, ofLink) })
        {
            var id = await world.Material($"Проценты {said.Length} {bytes?.Length}", state: state, file: [(byte)(bytes?.Length ?? 9)]);
            var before = anna.Chat.Count;
            await anna.Replaces(id, 1, bytes);
            await world.RunJobs();
            await world.Idle();
            var news = string.Join('\n', anna.Chat.Skip(before).Select(m => m.Text));
            Assert.Contains(said, news, StringComparison.Ordinal);
            Assert.DoesNotContain("узнает об этом утром", news, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_instead_of_a_first_file_that_was_not_taken_is_published()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        await anna.AddsFile(world, "MZ"u8.ToArray());
        await world.RunJobs();
        await anna.Sees("такие в библиотеку не принимаем");
        await anna.Replaces(await world.NewestMaterial(), 1, null);
        await anna.Sees("✅ Разработка «Проценты, 6 класс» опубликована в библиотеке.");
        await anna.DoesNotSee("узнает об этом утром");
    }

    [Fact]
    public async Task A_description_can_be_taken_away()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        var id = await world.Material("Проценты", about: "Лишнее");
        await anna.Opens($"n:material-change:{id.Value}.1");
        await anna.Taps("Описание");
        await anna.Taps("Пропустить");
        await anna.Sees("Описание изменено.");
        Assert.Equal(0, await world.Sql<int>("select count(about) from material"));
    }

    [Theory]
    [InlineData("Иванова М.П.")]
    [InlineData("М. П. Иванова")]
    [InlineData("Мария Петровна Иванова")]
    [InlineData("иванова мария  петровна")]
    public async Task An_erased_coauthor_is_forgotten_however_a_colleague_has_typed_the_name(string typed)
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var maria = await world.ReaderOfLibrary();
        await world.Material("Степени", coauthors: [typed, "Иванов М. П."]);
        await maria.Erases();
        await world.Idle();
        Assert.Equal("{\"Иванов М. П.\"}", await world.Sql<string>("select coauthors::text from material"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from material where words @@ to_tsquery('simple', 'иванова')"));
    }
}
