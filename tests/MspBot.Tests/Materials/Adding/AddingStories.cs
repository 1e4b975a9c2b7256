using MspBot.Domain.Files;
using MspBot.Domain.Materials;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Materials.Adding;

/// <summary>A material comes into the library: its file is looked at after the turn.</summary>
public sealed class AddingStories(TestCluster cluster)
{
    private static readonly byte[] Bytes = [1, 2, 3, 4, 5];

    [Fact]
    public async Task What_a_tutor_adds_is_published_once_its_file_is_here()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        await anna.AddsFile(world, Bytes);
        var id = await world.NewestMaterial();
        Assert.Equal("Checking v1", await world.StateOf(id));

        await world.RunJobs();
        await anna.Sees("✅ Разработка «Проценты, 6 класс» опубликована в библиотеке.");
        Assert.Equal("Shown v2 e1", await world.StateOf(id));
        Assert.Equal("Slides|{Математика}|5|6|Проценты.pptx|t", await world.Sql<string>($"""
            select concat_ws('|', m.kind, m.subjects, m.first_grade, m.last_grade, f.name, m.shown_at is not null)
            from material m join material_edition e on e.material_id = m.id join stored_file f on f.id = e.file_id
            """));
        await world.RunJobs();
        Assert.Single(anna.Chat, m => m.Text.Contains("опубликована в библиотеке", StringComparison.Ordinal));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Topics_of_the_list_are_one_to_five()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        foreach (var name in new[] { "Чтение", "Счёт", "Письмо", "Опыты", "Карты", "Музеи" }) await world.Topic(name);
        await anna.BeginsAdding();
        await anna.Types("https://disk.yandex.ru/i/abc");
        await anna.Types("Проценты, 6 класс");
        await anna.Taps("Разработка урока");
        await anna.Taps("Для любого предмета");
        await anna.Taps("Все классы");
        await anna.Sees("К каким темам");
        await anna.Taps("Отметить все");
        await anna.Taps("Готово (6)");
        await anna.Sees("Отмечено 6, а можно не больше 5. Снимите лишние отметки.");
        await anna.Taps("Музеи");
        await anna.Taps("Готово (5)");
        await anna.Taps("Пропустить");
        await anna.Taps("Я и соавторы");
        await anna.Types("я, Орлов Б. Л. и Сидорова Анна Павловна");
        await anna.Taps("Опубликовать");
        await anna.Sees("✅ Разработка «Проценты, 6 класс» опубликована");
        Assert.Equal(5, await world.Sql<int>("select count(*) from material_topic"));
        Assert.Equal("t|{\"Орлов Б. Л.\",\"Сидорова Анна Павловна\"}|Shown", await world.Sql<string>(
            "select concat_ws('|', by_author, coauthors, state) from material"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from material where words @@ to_tsquery('russian', 'сидорова & карты')"));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_at_once()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        await anna.BeginsAdding();
        await anna.SendsPhoto();
        await anna.Sees("Это фото, а не файл: пришлите его как файл, чтобы не пропало качество.");
        await anna.SendsDocument("игра.exe", [1]);
        await anna.Sees("Это программа, а не разработка");
        await anna.SendsDocument("урок.zip", new byte[FileRule.MostBytes + 1]);
        await anna.Sees("Файл больше 20 МБ. Положите его на диск и пришлите ссылку.");
        await anna.SendsDocument("урок.pptx", Bytes);
        foreach (var title in new[] { "Презентация", "Документ1", "урок.pptx" })
        {
            await anna.Types(title);
            await anna.Sees($"Название слишком общее: «{char.ToUpperInvariant(title[0])}{title[1..]}». Добавьте тему и класс, например: " +
                "Проценты, 6 класс.");
        }
    }

    [Fact]
    public async Task A_program_and_what_is_locked_do_not_come_in_and_the_file_can_be_replaced()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        await anna.AddsFile(world, [0x4D, 0x5A, 0x90, 0]);
        var id = await world.NewestMaterial();
        await world.RunJobs();
        await anna.Sees("программа или архив с программой, такие в библиотеку не принимаем");
        Assert.Equal("Checking v1", await world.StateOf(id));
        Assert.Equal("Executable", await world.Sql<string>("select fault from material_edition"));

        await anna.Opens($"n:material-replace:{id.Value}.1");
        await anna.SendsDocument("Проценты.pdf", "%PDF-1.7 /Encrypt 1 0 R"u8.ToArray());
        await anna.Taps("Заменить файл");
        await anna.Sees("Новый файл разработки «Проценты, 6 класс» получен.");
        await world.RunJobs();
        await anna.Sees("закрыт паролем или защитой");

        await anna.Opens($"n:material-replace:{id.Value}.2");
        await anna.SendsDocument("Проценты.pdf", Bytes);
        await anna.Taps("Заменить файл");
        await world.RunJobs();
        await anna.Sees("✅ Разработка «Проценты, 6 класс» опубликована");
        Assert.Equal("Shown v4 e3", await world.StateOf(id));
    }

    [Fact]
    public async Task The_same_bytes_are_asked_about_and_may_be_added_all_the_same()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        await world.Material("Доли и проценты", file: Bytes);
        await anna.AddsFile(world, Bytes);
        var id = await world.NewestMaterial();
        await world.RunJobs();
        await anna.Sees("Такой файл уже есть: «Доли и проценты». Открыть его?");
        await anna.Taps("Всё равно добавить");
        await world.Idle();
        Assert.Equal("Shown v2 e1", await world.StateOf(id));
        await anna.Presses(id, "anyway", 1);
        await world.Idle();
        Assert.Equal("Shown v2 e1", await world.StateOf(id));
    }

    [Fact]
    public async Task A_file_that_the_messenger_does_not_give_is_asked_for_again_in_one_message()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        await anna.AddsFile(world, Bytes);
        await world.Sql<int>("update stored_file set reference = 'Document:?'");
        await world.RunJobs();
        await anna.Sees("Файл разработки «Проценты, 6 класс» не загрузился.");
        await anna.DoesNotSee("Файл не сохранился");
        Assert.Equal("Lost", await world.Sql<string>("select fault from material_edition"));
    }

    [Fact]
    public async Task A_file_sent_outside_any_form_may_go_into_the_library()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        await anna.SendsDocument("Проценты.pptx", Bytes);
        await anna.Sees("Файл «Проценты.pptx» получен. Добавить в библиотеку?");
        await world.RestartBot();
        await anna.Taps("Добавить разработку");
        await anna.Describes();
        await world.RunJobs();
        await anna.Sees("опубликована в библиотеке");

        await anna.SendsPhoto();
        await anna.Sees("Понимаю только текст и кнопки");
        await anna.SendsDocument("игра.exe", [1]);
        await anna.Sees("Это программа, а не разработка");
        var vera = await world.ReaderOfLibrary();
        await vera.Opens($"n:material-add:{await world.Sql<long>("select max(id) from sent_file")}");
        await vera.DoesNotSee("Как называется?");
        await world.Pass(TimeSpan.FromDays(3));
        Assert.Equal(0, await world.Sql<int>("select count(*) from sent_file"));
    }

    [Fact]
    public async Task Who_added_something_finds_it_among_their_own()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.AuthorOfLibrary();
        await anna.Opens("c:lmy:0:show");
        await anna.Sees("Вы пока ничего не добавляли.");
        await world.Material("Проценты", state: MaterialState.Hidden);
        await anna.Opens("c:lmy:0:show");
        await anna.Sees("Проценты: разработка урока, убрана из библиотеки");
    }
}
