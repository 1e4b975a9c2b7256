using MspBot.Domain.Materials;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Materials.Reading;

/// <summary>The card of a material: what it says, and who gets what.</summary>
public sealed class MaterialCardStories(TestCluster cluster)
{
    private static readonly byte[] Bytes = "урок"u8.ToArray();

    [Fact]
    public async Task The_card_says_what_it_is_and_a_press_brings_the_file_and_counts_people()
    {
        await using var world = await World.Open(cluster);
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        var topic = await world.Topic("Математическая грамотность");
        var id = await world.Material("Проценты <&>, 6 класс", kind: MaterialKind.Slides, topics: [topic], subjects: ["Математика"],
            grades: (5, 6), about: "Двенадцать слайдов и карточки.", coauthors: ["Сидорова А. А."], file: Bytes, fileName: "проценты.pptx");
        await reader.OpensMaterial(id);
        await reader.Sees("Проценты <&>, 6 класс");
        await reader.Sees("Презентация · Математика · 5–6 классы");
        await reader.Sees("Авторы: Петрова А. И., Сидорова А. А.");
        await reader.Sees("Тема: Математическая грамотность");
        await reader.Sees("Двенадцать слайдов и карточки.");
        await reader.Sees("Файл, 8 байт. Редакция 1 от 24.11.2026");
        await reader.Taps("Скачать");
        await reader.Sees("Скачал 1 педагог");
        Assert.Equal(Bytes, reader.Chat.Single(m => m.File is not null).File!.Bytes.ToArray());
        Assert.Equal("проценты.pptx", reader.Chat.Single(m => m.File is not null).File!.Name);

        await reader.Taps("Скачать");
        await world.Idle();
        Assert.Equal(2, reader.Chat.Count(m => m.File is not null));
        Assert.Equal("1 2 1", await world.Sql<string>("select count(*) || ' ' || max(times) || ' ' || max(edition) from material_taken"));

        var other = (await world.ReaderOfLibrary(713, "Орлова Нина Сергеевна")).StartedEarlier();
        await other.OpensMaterial(id);
        await other.Taps("Скачать");
        await other.Sees("Скачали 2 педагога");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_link_comes_with_a_button_and_the_authors_own_press_is_not_counted()
    {
        await using var world = await World.Open(cluster);
        var author = (await world.AuthorOfLibrary()).StartedEarlier();
        var id = await world.Material("Запись встречи о дробях", author, kind: MaterialKind.Recording);
        await author.OpensMaterial(id);
        await author.Taps("Открыть ссылку");
        await author.Sees(MaterialCast.Link);
        Assert.Equal(MaterialCast.Link, author.Chat.SelectMany(m => m.Buttons).SelectMany(r => r).Single(b => b.Label == "Открыть").Url);
        Assert.Equal(0, await world.Sql<int>("select count(*) from material_taken"));
        await world.HasNoButton(author, "Не открывается");
    }

    [Fact]
    public async Task What_cannot_be_opened_is_told_once_a_person_and_edition_to_author_and_heads()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfLibrary()).StartedEarlier();
        var author = (await world.AuthorOfLibrary()).StartedEarlier();
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        var id = await world.Material("Проценты, 6 класс", author);
        await reader.OpensMaterial(id);
        await reader.Taps("Не открывается");
        Assert.Equal("Спасибо! Автор и руководитель площадки узнают об этом.", reader.LastToast);
        await author.Sees("Об этом сообщил 1 педагог. Проверьте ссылку");
        await head.Sees("Об этом сообщил 1 педагог. Проверьте ссылку");
        await reader.Taps("Не открывается");
        Assert.Equal("Вы уже сообщили об этом. Автор и руководитель площадки знают.", reader.LastToast);
        Assert.Equal(1, await world.Sql<int>("select count(*) from material_complaint"));

        var other = (await world.ReaderOfLibrary(713, "Орлова Нина Сергеевна")).StartedEarlier();
        await other.OpensMaterial(id);
        await other.Taps("Не открывается");
        await world.Idle();
        Assert.Single(author.Chat, m => m.Text.Contains("Об этом", StringComparison.Ordinal));     // one message a cause and day
        await author.Taps("К разработке");
        await author.Sees("Не открывается у 2 педагогов");
    }

    [Fact]
    public async Task An_old_card_does_not_complain_of_the_new_file()
    {
        await using var world = await World.Open(cluster);
        var author = (await world.AuthorOfLibrary()).StartedEarlier();
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        var id = await world.Material("Проценты, 6 класс", author);
        await reader.OpensMaterial(id);
        await reader.SeesButton("Не открывается");
        await world.Sql<int>($"""
            insert into material_edition (material_id, nr, url, by_person, at, accepted_at)
            select {id.Value}, 2, 'https://disk.example.org/d/43', added_by, {world.Now}, {world.Now} from material;
            update material set edition = 2, version = 2
            """);
        await reader.Taps("Не открывается");
        Assert.Equal("Это уже заменили: откройте новое и проверьте.", reader.LastAlert);
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from material_complaint"));
        await reader.Taps("Не открывается");
        Assert.Equal("Спасибо! Автор и руководитель площадки узнают об этом.", reader.LastToast);
    }

    [Theory]
    [InlineData(MaterialState.Hidden, true, "Автор убрал этот материал.")]
    [InlineData(MaterialState.Checking, true, "Этого больше нет")]
    [InlineData(MaterialState.Offered, true, "Этого больше нет")]
    [InlineData(MaterialState.Returned, true, "Этого больше нет")]
    [InlineData(MaterialState.Shown, false, "Этого больше нет")]
    public async Task What_is_not_shown_is_a_sentence_and_no_file(MaterialState state, bool inLibrary, string sentence)
    {
        await using var world = await World.Open(cluster);
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        var id = await world.Material("Тайное", state: state, inLibrary: inLibrary, file: Bytes);
        await reader.OpensMaterial(id);
        await reader.Sees(sentence);
        foreach (var action in (string[])["take", "share", "bad"])
        {
            await reader.Opens($"c:lm:{id.Value}:{action}");
            await world.Idle();
            Assert.Contains(sentence, reader.Chat.Last(m => m.FromBot).Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(reader.Chat, m => m.File is not null || m.Text.Contains("Тайное", StringComparison.Ordinal));
        Assert.Equal(0, await world.Sql<int>("select (select count(*) from material_taken) + (select count(*) from material_complaint)"));
    }

    [Fact]
    public async Task Its_author_reads_where_it_stands_and_a_head_can_look_into_what_is_offered()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfLibrary()).StartedEarlier();
        var author = (await world.ReaderOfLibrary(720, "Котова Ольга Львовна")).StartedEarlier();
        var offered = await world.Material("Моё предложение", author, MaterialState.Offered, file: Bytes);
        var checking = await world.Material("Ещё грузится", author, MaterialState.Checking, file: Bytes);
        await author.OpensMaterial(checking);
        await author.Sees("Файл ещё загружается");
        await author.Opens($"c:lm:{checking.Value}:take");
        await author.Sees("Попробуйте через минуту");
        await head.OpensMaterial(offered);
        await head.Sees("На рассмотрении у руководителя площадки");
        await head.Taps("Скачать");
        await head.SeesButton("К разработке");
        Assert.Equal(0, await world.Sql<int>("select count(*) from material_taken"));
    }

    [Fact]
    public async Task A_link_is_shared_and_leads_through_the_registration_to_the_card()
    {
        await using var world = await World.Open(cluster);
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        var id = await world.Material("Проценты, 6 класс");
        await reader.OpensMaterial(id);
        await reader.Taps("Поделиться");
        await reader.Sees("Нажмите «Отправить коллеге»");
        await reader.Sees($"start=m_{id.Value}");
        var newcomer = world.Visitor(88);
        await newcomer.Types($"/start m_{id.Value}");
        await newcomer.Sees("Вам советуют разработку из библиотеки");
        await newcomer.Sees("Проценты, 6 класс");
        await reader.Types($"/start m_{id.Value}");
        await reader.SeesButton("Открыть ссылку");
        await reader.Types("/start m_999");
        await reader.Sees("Такой разработки нет.");
        await reader.Types("/start m_x'");
        await reader.Sees("Такой разработки нет.");
    }

    [Fact]
    public async Task Whoever_hides_and_whoever_takes_at_once_agree_on_what_was_given()
    {
        await using var world = await World.Open(cluster);
        var id = await world.Material("Проценты, 6 класс", file: Bytes);
        var readers = new List<MspBot.Sandbox.Visitor>();
        foreach (var chat in Enumerable.Range(730, 6))
        {
            readers.Add((await world.ReaderOfLibrary(chat)).StartedEarlier());
            await readers[^1].OpensMaterial(id);
            await readers[^1].SeesButton("Скачать");
        }
        await Task.WhenAll([
            .. readers.Take(3).Select(one => one.Taps("Скачать")),
            Task.Run(() => world.Sql<int>($"update material set state = 'Hidden', version = version + 1 where id = {id.Value}")),
            .. readers.Skip(3).Select(one => one.Taps("Скачать"))]);
        await world.Idle();
        foreach (var one in readers)
        {
            var counted = await world.Sql<int>($"""
                select count(*) from material_taken t join person p on p.id = t.person_id where p.chat_id = {one.Id}
                """);
            Assert.Equal(counted, one.Chat.Count(m => m.File is not null));
            Assert.Equal(counted == 0, one.Chat.Any(m => m.Text.Contains("Автор убрал", StringComparison.Ordinal)));
        }
    }
}
