using MspBot.Domain.Materials;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Materials.Reading;

/// <summary>A teacher looks for something for Monday's lesson.</summary>
public sealed class LibraryStories(TestCluster cluster)
{
    [Fact]
    public async Task Words_find_titles_first_in_any_form_and_the_last_one_unfinished()
    {
        await using var world = await World.Open(cluster);
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        await world.Material("Чтение таблиц", about: "Задачи на дроби и проценты.");
        await world.Material("Обыкновенные дроби, 5–6 классы", subjects: ["Математика"], grades: (5, 6));
        await world.Material("Зелёная ёлка", about: "Окружающий мир");
        await reader.Types("/menu");
        await reader.Taps("Библиотека");
        await reader.Sees("Здесь 3 разработки.");
        await reader.Taps("Найти");
        await reader.Sees("Что найти в библиотеке?");
        await reader.Types("🙂 — «»!");
        await reader.Sees("Здесь нет ни слов, ни чисел.");
        await reader.Types("дробью");
        var found = await reader.SeesMessage("По запросу «дробью» — 2 разработки");
        Assert.True(found.Text.IndexOf("Обыкновенные", StringComparison.Ordinal) < found.Text.IndexOf("Чтение", StringComparison.Ordinal));
        await reader.Sees("Разработка урока · Математика · 5–6 классы");
        await reader.Types("/materials обыкновенной дро");
        await reader.Sees("По запросу «обыкновенной дро» — 1 разработка");
        await reader.Taps("Обыкновенные дроби");
        await reader.SeesButton("Открыть ссылку");
        await reader.Types("/materials ЗЕЛЕНОЙ ЁЛКЕ");
        await reader.Sees("— 1 разработка");
        await reader.Types("/materials 🙂");
        await reader.Sees("Здесь нет ни слов, ни чисел.");
    }

    [Fact]
    public async Task Two_searches_in_one_chat_keep_their_own_pages_over_a_restart()
    {
        await using var world = await World.Open(cluster);
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        for (var n = 1; n <= 14; n++) await world.Material($"{(n % 2 == 0 ? "Дроби" : "Глаголы")}, урок {n}");
        await reader.Types("/materials дроби");
        var fractions = await reader.SeesMessage("По запросу «дроби» — 7 разработок");
        await reader.Types("/materials глаголы");
        var verbs = await reader.SeesMessage("По запросу «глаголы» — 7 разработок");
        await world.RestartBot();
        await reader.TapsOn(fractions, "›");
        await reader.SeesButton("Дроби, урок 2");
        await reader.TapsOn(verbs, "›");
        await reader.SeesButton("Глаголы, урок 1");
        await world.Sql<int>("delete from material_search");
        await reader.TapsOn(reader.Chat.Single(m => m.Id == verbs.Id), "‹");
        await reader.Sees("Этот поиск уже не хранится.");

        var other = (await world.ReaderOfLibrary(713, "Орлова Нина Сергеевна")).StartedEarlier();
        await reader.Types("/materials дроби");
        await reader.Sees("По запросу «дроби»");
        var search = await world.Sql<long>("select max(id) from material_search");
        await other.Opens($"c:lf:{search}:show:Words.0");
        await other.Sees("Этот поиск уже не хранится.");
    }

    [Fact]
    public async Task Topics_subjects_the_newest_and_ones_own_are_lists()
    {
        await using var world = await World.Open(cluster);
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        var reading = await world.Topic("Читательская грамотность");
        await world.Topic("Пустая тема");
        var first = await world.Material("Карточки к тексту", topics: [reading], subjects: ["Труд (технология)", "Математика"]);
        await world.Material("Диктанты", subjects: ["Русский язык"]);
        await world.Material("Скрытое", state: MaterialState.Hidden, topics: [reading], subjects: ["Математика"]);
        await world.Taken(first, reader);
        await reader.Types("/materials");
        await reader.Taps("Темы");
        await reader.Sees("Выберите тему.");
        await world.HasNoButton(reader, "Пустая тема");
        await reader.Taps("Читательская грамотность · 1");
        await reader.Sees("Тема «Читательская грамотность»: 1 разработка");
        await reader.Types("/materials");
        await reader.Taps("По предмету");
        await reader.Taps("Труд (технология) · 1");
        await reader.Sees("Труд (технология): 1 разработка");
        await reader.Types("/materials");
        await reader.Taps("Новые");
        await reader.Sees("Новые: 2 разработки");
        await reader.Types("/materials");
        await reader.Taps("Мои");
        await reader.Sees("Мои: 1 разработка");
        await reader.SeesButton("Карточки к тексту");
    }

    [Fact]
    public async Task What_is_not_found_is_asked_for_and_counted_by_words()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfLibrary()).StartedEarlier();
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        var other = (await world.ReaderOfLibrary(713, "Орлова Нина Сергеевна")).StartedEarlier();
        await world.Material("Карточки", topics: [await world.Topic("Читательская грамотность")]);
        await reader.Types("/materials читательский дневник");
        await reader.Sees("ничего не нашлось");
        await reader.SeesButton("Читательская грамотность");
        await reader.Taps("Попросить о разработке");
        await reader.Sees("Передали руководителю площадки.");
        await reader.Types("/materials читательский дневник");
        await reader.Taps("Попросить о разработке");
        await reader.Sees("Вы уже попросили сегодня");
        await head.Sees("В библиотеке нет: «читательский дневник». За 90 дней искал и попросил 1 педагог.");
        await other.Types("/materials ЧИТАТЕЛЬСКИЙ  дневник");
        await other.Taps("Попросить о разработке");
        await other.Sees("Передали руководителю площадки.");
        await other.Types("/materials логарифмы");
        await other.Sees("ничего не нашлось");
        await other.Types("/materials логарифмы");
        await world.Idle();
        Assert.Single(head.Chat, m => m.Text.Contains("Просят о разработке", StringComparison.Ordinal));
        await head.Taps("Что искали напрасно");
        await head.Sees("«ЧИТАТЕЛЬСКИЙ дневник»: искали и попросили 2 педагога");
        await head.Sees("«логарифмы»: искал 1 педагог");
        await world.HasNoButton(reader, "Что искали напрасно");
    }

    [Fact]
    public async Task Whoever_is_erased_stays_counted_and_their_name_leaves_the_cards_of_others()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfLibrary();
        var author = (await world.AuthorOfLibrary()).StartedEarlier();
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        var id = await world.Material("Проценты, 6 класс", author);
        var another = await world.Material("Дроби");
        await world.Taken(another, author);
        await author.Types("/materials логарифмы");
        await author.Sees("ничего не нашлось");
        await reader.OpensMaterial(id);
        await reader.Sees("Автор: Петрова А. И.");
        await author.Types("/profile");
        await author.Taps("Что хранится");
        await author.Sees("Что вы искали и не нашли: 1");
        await author.Types("/profile");
        await author.Taps("Удалить мои данные");
        await author.Taps("Да, удалить всё обо мне");
        await author.Sees("ваших данных у нас больше нет");
        await world.Idle();
        Assert.DoesNotContain(reader.Chat, m => m.Text.Contains("Петрова", StringComparison.Ordinal));
        Assert.Equal("1 0 1", await world.Sql<string>("""
            select (select count(*) from material_taken) || ' ' || (select count(*) from material_search) || ' '
                || (select count(*) from material_wish where person_id is null)
            """));
        await reader.Types("/materials Петрова");
        await reader.Sees("ничего не нашлось");
    }
}
