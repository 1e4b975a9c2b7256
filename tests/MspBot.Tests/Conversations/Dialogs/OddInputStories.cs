using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>Rule 10: what people send besides words and taps has a deliberate answer, in a form and out of it.</summary>
public sealed class OddInputStories(TestCluster cluster)
{
    private const string WordsPlease = "Здесь нужен ответ словами или кнопкой";
    private readonly DemoLog log = new();

    public static TheoryData<string> Kinds() => ["sticker", "voice", "photo", "document", "contact"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task In_a_form_it_is_asked_for_words_and_nothing_is_lost(string kind)
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await Send(anna, kind);
        Assert.Contains("Какой цвет?", await anna.Sees(WordsPlease));
        await anna.Taps("Синий");
        await anna.Sees("Какой город?");
        Assert.Empty(world.Telegram.Violations);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Outside_it_is_answered_with_the_menu(string kind)
    {
        await using var world = await cluster.Demo(log);
        var anna = await Registered(world);
        await Send(anna, kind);
        if (kind == "document") await anna.Sees("Добавить в библиотеку?");
        else Assert.Contains("Меню", await anna.Sees("Понимаю только текст и кнопки"));
    }

    [Fact]
    public async Task A_stranger_is_greeted_whatever_they_send()
    {
        await using var world = await cluster.Demo(log);
        var anna = world.Visitor(1, "Anna");
        await anna.SendsSticker();
        await anna.Sees("Здравствуйте!");
        Assert.Equal(0, await world.Sql<int>("select count(*) from person"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_album_is_answered_once(bool inAForm)
    {
        await using var world = await cluster.Demo(log);
        var anna = inAForm ? await world.InAForm() : await Registered(world);
        await anna.SendsAlbum(5);
        await anna.Sees("Фотографии и файлы я здесь не разбираю");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.Text.Contains("Фотографии", StringComparison.Ordinal));
        await anna.SendsAlbum(3);
        await world.Idle();
        Assert.Equal(2, anna.Chat.Count(m => m.Text.Contains("Фотографии", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_edited_message_in_a_form_is_not_an_answer()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.EditsLast("Мария");
        await anna.Sees("Напишите ответ ещё раз новым сообщением");
        await anna.Taps("Синий");
        await anna.Sees("Какой город?");
        Assert.Equal("\"Анна\"", await world.Sql<string>("select body::jsonb -> 'answers' -> 0 ->> 'json' from dialog"));
    }

    [Fact]
    public async Task An_edited_message_outside_a_form_is_answered()
    {
        await using var world = await cluster.Demo(log);
        var anna = await Registered(world);
        await anna.Types("спасибо");
        await anna.Sees("Меню");
        await anna.EditsLast("большое спасибо");
        await anna.Sees("Исправления в уже отправленных сообщениях я не вижу");
    }

    [Fact]
    public async Task A_group_gets_one_polite_line_once()
    {
        await using var world = await cluster.Demo(log);
        var group = world.Telegram.Group(-100, "Педсовет");
        var (anna, boris) = (world.Visitor(1, "Anna"), world.Visitor(2, "Boris"));
        await group.Posts(anna, "/start@msp_sandbox_bot");
        await group.Sees("Я работаю в личной переписке");
        await group.Posts(boris, "привет");
        await group.Posts(anna, "/events");
        await world.Idle();
        Assert.Single(group.Chat, m => m.FromBot);
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog"));
    }

    [Theory]
    [InlineData("/menu")]
    [InlineData("/menu@msp_sandbox_bot")]
    [InlineData("/menu с приветом")]
    [InlineData("/MENU")]
    [InlineData("/menu\nещё")]
    public async Task A_command_is_understood_with_the_name_of_the_bot_and_with_words_behind_it(string typed)
    {
        await using var world = await cluster.Demo(log);
        var anna = await Registered(world);
        await anna.Types(typed);
        Assert.DoesNotContain("Такой команды нет", await anna.Sees("Меню"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/<b>&\"")]
    [InlineData("//")]
    [InlineData("/ы")]
    public async Task An_unknown_command_is_answered_with_the_menu_and_is_never_an_answer(string typed)
    {
        await using var world = await cluster.Demo(log);
        var anna = await Registered(world);
        await anna.Types("/demo");
        await anna.Sees("Как вас зовут?");
        await anna.Types(typed);
        await anna.Sees("Такой команды нет");
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog where body like '%answers\":[{%'"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Theory]
    [InlineData("<b>&\"</b>", "<b>&\"</b>")]
    [InlineData("😀👩‍👩‍👧", "😀👩‍👩‍👧")]
    [InlineData("а\nб", "а\nб")]
    [InlineData("&amp;", "&amp;")]
    public async Task What_people_type_is_shown_as_they_typed_it(string typed, string shown)
    {
        await using var world = await cluster.Demo(log);
        var anna = world.Visitor(1, "Anna");
        await anna.Types("/demo");
        await anna.Sees("Как вас зовут?");
        await anna.Types(typed);
        await anna.Sees("Какой цвет?");
        await world.Idle();
        Assert.Contains(anna.Chat, m => m.FromBot && m.Text == $"Имя: {shown}");
        Assert.DoesNotContain(world.Telegram.Journal.Entries, e => e.Status == 400);
    }

    /// <summary>It cannot be normalised, or stored, or seen.</summary>
    [Theory]
    [InlineData("\\ufffe")]
    [InlineData("\\uffff")]
    [InlineData("\\ufdd0")]
    [InlineData("\\ud83f\\udfff")]
    [InlineData("\\ud800")]
    [InlineData("\\udc00")]
    [InlineData("\\u0000")]
    public async Task A_character_that_is_none_is_dropped_wherever_it_is_typed(string sign)
    {
        await using var world = await cluster.Demo(log);
        var anna = world.Visitor(1, "Anna");
        await Says("/demo");
        await anna.Sees("Как вас зовут?");
        await Says($"{sign}Ан{sign}на{sign}");
        await anna.Sees("Какой цвет?");
        Assert.Equal("\"Анна\"", await world.Sql<string>("select body::jsonb -> 'answers' -> 0 ->> 'json' from dialog"));

        await Says($"/st{sign}art no{sign}thing");
        await Says("/start");
        await anna.Taps("Согласен");
        await anna.Sees("Как вас зовут?");
        await Says($"Ива{sign}нова Мария{sign}");
        await anna.Sees("Где вы работаете?");
        await Says($"Новая{sign} школа");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where error is not null"));
        Assert.DoesNotContain(anna.Chat, m => m.FromBot && m.Text.Contains("Не получилось", StringComparison.Ordinal));
        Assert.Contains(anna.Chat, m => m.FromBot && m.Text.Contains("Иванова Мария", StringComparison.Ordinal));

        Task Says(string text)
        {
            var at = anna.StartedEarlier();
            world.Telegram.Api.DeliverRaw(
                $$$"""{"update_id":{id},"message":{"message_id":900,"date":1,"chat":""" +
                $$$"""{"id":{{{at.Id}}},"type":"private"},"text":"{{{text}}}"}}""", at.Id);
            return world.Idle();
        }
    }

    [Fact]
    public async Task A_text_of_five_thousand_characters_is_refused_in_words()
    {
        await using var world = await cluster.Demo(log);
        var anna = world.Visitor(1, "Anna");
        await anna.Types("/demo");
        await anna.Sees("Как вас зовут?");
        await anna.Types(new string('ы', 5000));
        await anna.Sees("Слишком длинно");
        await world.Idle();
        Assert.Equal("name", await world.Sql<string>("select body::jsonb -> 'shown' ->> 'key' from dialog"));
    }

    private static Task Send(Visitor visitor, string kind) => kind switch
    {
        "sticker" => visitor.SendsSticker(),
        "voice" => visitor.SendsVoice(),
        "photo" => visitor.SendsPhoto("подпись"),
        "document" => visitor.SendsDocument("план.docx", [1, 2, 3]),
        _ => visitor.SharesContact(),
    };

    private static Task<Visitor> Registered(World world) => Seminars.SeminarCast.Teacher(world, 1);
}
