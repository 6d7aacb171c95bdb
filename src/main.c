#include "base/arena.h"
#include "cli/cli.h"

int main(int argc, char **argv)
{
    heap_keep();
    return cli_main(argc, argv);
}
